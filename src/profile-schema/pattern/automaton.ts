import { CharacterClasses } from './character-classes';
import { ALWAYS, Formula, Formulas, NEVER } from './formulas';
import { parsePattern, UnsupportedPatternError } from './parser';
import { PatternProgram, Step } from './program';

/**
 * A deterministic finite automaton that reads the code points of a text and tells whether a pattern matches anywhere in it.
 *
 * The initial state is 0.
 */
export interface Automaton {
  /** The first code point of each range, in ascending order from 0. `classes` has the class of each range. */
  readonly ranges: readonly number[];
  readonly classes: readonly number[];
  /** The next state, by state and class. A state with an empty row is final: it never changes. */
  readonly next: readonly (readonly number[])[];
  /** The states in which a text matches if it ends there. */
  readonly accepting: readonly number[];
}

/** The maximum number of states of an automaton, and of entries of its table. */
const MAX_STATES = 2_500;
const MAX_ENTRIES = 10_000;
/** The maximum number of formula parts to process, so that a pattern is refused within half a second. */
const MAX_WORK = 1_000_000;

/**
 * Compiles a pattern of ECMA-262 to an automaton.
 *
 * @throws UnsupportedPatternError
 */
export function compilePattern(source: string): Automaton {
  const program = new PatternProgram(parsePattern(source));
  const classes = CharacterClasses.of(program.steps.flatMap((step) => (step.kind === 'read' ? [step.set] : [])));
  const { next, accepting } = new Determinization(program, classes).run();
  const { ranges, classOfRange, columns } = classes.merge(next);
  if (columns.length * next.length > MAX_ENTRIES) {
    throw tooComplex();
  }
  return {
    ranges,
    classes: classOfRange,
    next: next.map((row, state) => (row.every((to) => to === state) ? [] : columns.map((column) => row[column]))),
    accepting,
  };
}

function tooComplex(): UnsupportedPatternError {
  return new UnsupportedPatternError('needs too large a table to be matched in one pass; begin it with ^, count less, and '
    + 'use minLength and maxLength for lengths');
}

/** Whether a step is at the start or the end of the text. */
interface Position {
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

const WITHIN: Position = { atStart: false, atEnd: false };

/** Determinizes a pattern program with derivatives (Brzozowski 1964). A state is a formula that the rest of the text must satisfy. */
class Determinization {
  private work = 0;
  private readonly formulas = new Formulas((parts) => this.spend(parts));
  private readonly entered = new Map<number, Formula>();
  private readonly derivatives = new Map<Formula, Formula[]>();

  constructor(private readonly program: PatternProgram, private readonly classes: CharacterClasses) {}

  public run(): Pick<Automaton, 'next' | 'accepting'> {
    const states = new Map<Formula, number>();
    const next: number[][] = [];
    const stateOf = (formula: Formula) => {
      if (!states.has(formula)) {
        states.set(formula, states.size);
      }
      if (states.size > MAX_STATES) {
        throw tooComplex();
      }
      return states.get(formula)!;
    };
    stateOf(this.follow(this.program.first, { atStart: true, atEnd: false }));
    // The iteration includes entries that are added during it.
    for (const [formula] of states) {
      next.push(Array.from({ length: this.classes.count }, (_, of) => stateOf(this.read(formula, of))));
    }
    return { next, accepting: [...states].flatMap(([formula, state]) => (this.isMetAtEnd(formula) ? [state] : [])) };
  }

  /** Returns the formula for the text after a character. A match may also begin after it. */
  private read(formula: Formula, characterClass: number): Formula {
    return this.formulas.or([this.derive(formula, characterClass), this.enter(this.program.first)]);
  }

  /** Returns the formula for a match from a step, after the start of the text. */
  private enter(step: number): Formula {
    const known = this.entered.get(step);
    const formula = known ?? this.follow(step, WITHIN);
    this.entered.set(step, formula);
    return formula;
  }

  /**
   * Returns the formula for a match from a step at a position.
   *
   * @param passed the steps already visited without reading a character, to avoid cycles
   */
  private follow(first: number, position: Position, passed = new Set<number>()): Formula {
    const ways: Formula[] = [];
    const pending = [first];
    for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
      this.spend(1);
      if (passed.has(index)) {
        continue;
      }
      passed.add(index);
      const step = this.program.steps[index];
      switch (step.kind) {
        case 'match': return ALWAYS;
        case 'read': ways.push(position.atEnd ? NEVER : this.formulas.step(index, false, step.round)); break;
        case 'start': pending.push(...position.atStart ? [step.next] : []); break;
        case 'end':
          if (position.atEnd) {
            pending.push(step.next);
          } else {
            ways.push(this.formulas.step(index, position.atStart));
          }
          break;
        case 'fork': pending.push(...step.next); break;
        case 'lookahead': ways.push(this.look(step, position, passed));
      }
    }
    return this.formulas.or(ways);
  }

  private look({ negative, inside, next }: Step & { kind: 'lookahead' }, position: Position, passed: Set<number>): Formula {
    this.spend(passed.size);
    const ahead = this.follow(inside, position);
    return this.formulas.and([negative ? this.formulas.not(ahead) : ahead, this.follow(next, position, new Set(passed))]);
  }

  private derive(formula: Formula, characterClass: number): Formula {
    let known = this.derivatives.get(formula);
    if (!known) {
      known = [];
      this.derivatives.set(formula, known);
    }
    known[characterClass] ??= this.deriveAnew(formula, characterClass);
    return known[characterClass];
  }

  private deriveAnew(formula: Formula, characterClass: number): Formula {
    const node = this.formulas.node(formula);
    switch (node.kind) {
      case 'constant': return formula;
      case 'not': return this.formulas.not(this.derive(node.part, characterClass));
      case 'and':
      case 'or': {
        this.spend(node.parts.length);
        return this.formulas[node.kind](node.parts.map((part) => this.derive(part, characterClass)));
      }
      case 'step': {
        const step = this.program.steps[node.step];
        return step.kind === 'read' && this.classes.has(step.set, characterClass) ? this.enter(step.next) : NEVER;
      }
    }
  }

  private isMetAtEnd(formula: Formula): boolean {
    const node = this.formulas.node(formula);
    switch (node.kind) {
      case 'constant': return formula === ALWAYS;
      case 'not': return !this.isMetAtEnd(node.part);
      case 'and': return node.parts.every((part) => this.isMetAtEnd(part));
      case 'or': return node.parts.some((part) => this.isMetAtEnd(part));
      case 'step': {
        const step = this.program.steps[node.step];
        return step.kind === 'end' && this.follow(step.next, { atStart: node.atStart, atEnd: true }) === ALWAYS;
      }
    }
  }

  private spend(parts: number): void {
    this.work += parts;
    if (this.work > MAX_WORK) {
      throw tooComplex();
    }
  }
}
