import { CharacterSet } from './character-set';
import { PatternNode, UnsupportedPatternError } from './parser';

/** A step of a pattern program; `next` is the index of the following step. */
export type Step =
  | { readonly kind: 'match' }
  | { readonly kind: 'read'; readonly set: CharacterSet; readonly next: number; readonly round?: Round }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'lookahead'; readonly negative: boolean; readonly inside: number; readonly next: number };

/**
 * Marks a step in an optional round of a repetition.
 *
 * An earlier round has more rounds left, so it matches everything that a later round matches.
 */
export interface Round {
  /** Identifies the step within the repetition; the same in each round. */
  readonly step: string;
  readonly index: number;
}

/** The maximum number of steps. Counted repetitions are expanded, so a pattern can have more steps than characters. */
const MAX_STEPS = 10_000;

/** Compiles a pattern to steps (Thompson's construction). */
export class PatternProgram {
  public readonly steps: Step[] = [{ kind: 'match' }];
  public readonly first: number;
  private repetitions = 0;

  /** @throws UnsupportedPatternError if the pattern has too many steps */
  constructor(pattern: PatternNode) {
    this.first = this.compile(pattern, 0);
  }

  /** Adds the steps of a node before `next`, and returns the index of the first one. */
  private compile(node: PatternNode, next: number): number {
    switch (node.kind) {
      case 'set': return this.add({ kind: 'read', set: node.set, next });
      case 'sequence': return node.parts.reduceRight((rest, part) => this.compile(part, rest), next);
      case 'choice': return this.add({ kind: 'fork', next: node.parts.map((part) => this.compile(part, next)) });
      case 'repeat': return this.compileRepeat(node, next);
      case 'start':
      case 'end': return this.add({ kind: node.kind, next });
      case 'lookahead': return this.add({ kind: 'lookahead', negative: node.negative, inside: this.compile(node.part, 0), next });
    }
  }

  private compileRepeat({ part, min, max }: PatternNode & { kind: 'repeat' }, next: number): number {
    let first = max === Infinity ? this.compileLoop(part, next) : this.compileOptionalRounds(part, max - min, next);
    for (let round = 0; round < min; round += 1) {
      first = this.compile(part, first);
    }
    return first;
  }

  private compileLoop(part: PatternNode, next: number): number {
    const ways: number[] = [];
    const loop = this.add({ kind: 'fork', next: ways });
    ways.push(this.compile(part, loop), next);
    return loop;
  }

  private compileOptionalRounds(part: PatternNode, count: number, next: number): number {
    const repetition = this.repetitions++;
    let rest = next;
    for (let index = count; index > 0; index -= 1) {
      const from = this.steps.length;
      const round = this.compile(part, rest);
      this.markRound(from, repetition, index);
      rest = this.add({ kind: 'fork', next: [round, next] });
    }
    return rest;
  }

  private markRound(from: number, repetition: number, index: number): void {
    for (let position = from; position < this.steps.length; position += 1) {
      const step = this.steps[position];
      // A nested repetition has already marked its steps.
      if (step.kind === 'read' && !step.round) {
        this.steps[position] = { ...step, round: { step: `${repetition}:${position - from}`, index } };
      }
    }
  }

  private add(step: Step): number {
    if (this.steps.length >= MAX_STEPS) {
      throw new UnsupportedPatternError(`counts to more than ${MAX_STEPS} characters in all; use minLength and maxLength for lengths`);
    }
    return this.steps.push(step) - 1;
  }
}
