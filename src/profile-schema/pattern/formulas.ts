import { Round } from './program';

/** A Boolean formula over steps of a pattern, as an index into `Formulas`. It tells whether the rest of a text leads to a match. */
export type Formula = number;

export type FormulaNode =
  | { readonly kind: 'constant' }
  /** The rest of the text leads from this step to a match. */
  | { readonly kind: 'step'; readonly step: number; readonly atStart: boolean; readonly round?: Round }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Formula[] }
  | { readonly kind: 'not'; readonly part: Formula };

export const NEVER: Formula = 0;
export const ALWAYS: Formula = 1;

/** Stores each formula once, so that equal formulas have the same index. */
export class Formulas {
  private readonly nodes: FormulaNode[] = [{ kind: 'constant' }, { kind: 'constant' }];
  private readonly indexes = new Map<string, Formula>();

  /** @param spend called with the number of parts to process; throws if the total is too large */
  constructor(private readonly spend: (parts: number) => void) {}

  public node(formula: Formula): FormulaNode {
    return this.nodes[formula];
  }

  public step(step: number, atStart: boolean, round?: Round): Formula {
    return this.store(`step ${step} ${atStart}`, { kind: 'step', step, atStart, round });
  }

  public not(part: Formula): Formula {
    if (part === NEVER || part === ALWAYS) {
      return part === NEVER ? ALWAYS : NEVER;
    }
    const node = this.nodes[part];
    return node.kind === 'not' ? node.part : this.store(`not ${part}`, { kind: 'not', part });
  }

  public and(parts: Iterable<Formula>): Formula {
    return this.join('and', this.flatten('and', parts), ALWAYS, NEVER);
  }

  public or(parts: Iterable<Formula>): Formula {
    return this.join('or', this.withoutLaterRounds(this.flatten('or', parts)), NEVER, ALWAYS);
  }

  /**
   * @param neutral the identity element
   * @param decisive the absorbing element
   */
  private join(kind: 'and' | 'or', parts: Set<Formula>, neutral: Formula, decisive: Formula): Formula {
    if (parts.has(decisive)) {
      return decisive;
    }
    parts.delete(neutral);
    const sorted = [...parts].sort((a, b) => a - b);
    return sorted.length < 2 ? sorted[0] ?? neutral : this.store(`${kind} ${sorted.join()}`, { kind, parts: sorted });
  }

  private flatten(kind: 'and' | 'or', parts: Iterable<Formula>): Set<Formula> {
    const flat = new Set<Formula>();
    for (const part of parts) {
      const node = this.nodes[part];
      const inner = node.kind === kind ? node.parts : [part];
      this.spend(inner.length);
      inner.forEach((formula) => flat.add(formula));
    }
    return flat;
  }

  /** Removes later rounds of a repetition, because an earlier round matches everything that they match. */
  private withoutLaterRounds(parts: Set<Formula>): Set<Formula> {
    const earliest = new Map<string, { readonly formula: Formula; readonly index: number }>();
    for (const formula of parts) {
      const node = this.nodes[formula];
      if (node.kind !== 'step' || !node.round) {
        continue;
      }
      const { step, index } = node.round;
      const known = earliest.get(step);
      if (!known || index < known.index) {
        earliest.set(step, { formula, index });
      }
      if (known) {
        parts.delete(index < known.index ? known.formula : formula);
      }
    }
    return parts;
  }

  private store(key: string, node: FormulaNode): Formula {
    const known = this.indexes.get(key);
    if (known !== undefined) {
      return known;
    }
    this.indexes.set(key, this.nodes.length);
    return this.nodes.push(node) - 1;
  }
}
