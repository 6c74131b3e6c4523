import { CharacterSet } from './character-set';
import { PatternNode, UnsupportedPatternError } from './parser';

/** A step of the search for a match; `next` is the index of the step that follows. */
export type Step =
  | { readonly kind: 'match' }
  | { readonly kind: 'read'; readonly set: CharacterSet; readonly next: number; readonly round?: Round }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'lookahead'; readonly negative: boolean; readonly inside: number; readonly next: number };

/**
 * Marks a step of an optional round of a repetition: what can follow it in a later round, can follow it in an earlier one as well,
 * because more rounds are left there.
 */
export interface Round {
  /** Names this step of the repetition; the same in each round. */
  readonly step: string;
  readonly index: number;
}

/** Counted repetitions are written out, so a pattern has more steps than characters. */
const MAX_STEPS = 10_000;

/** A pattern as steps (Thompson's construction). */
export class PatternProgram {
  public readonly steps: Step[] = [{ kind: 'match' }];
  public readonly first: number;
  private repetitions = 0;

  /** @throws UnsupportedPatternError when the pattern has too many steps */
  constructor(pattern: PatternNode) {
    this.first = this.compile(pattern, 0);
  }

  /** Adds the steps of a part of the pattern in front of `next`, and returns the first one. */
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
      // A repetition within this one has marked its own steps.
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
