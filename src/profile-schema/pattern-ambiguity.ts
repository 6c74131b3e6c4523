import { CharacterSet, intersect } from './character-set';
import { LoopAutomaton } from './loop-automaton';
import { PatternNode, UnsupportedPatternError } from './pattern';

/** Rounds up to this many, those of repetitions within each other multiplied, are few enough to be tried out in all ways. */
export const MAX_UNROLLED = 16;
const MAX_POSITIONS = 2000;

/** How often each position is there, where two stand for any more. */
type Positions = ReadonlyMap<number, number>;

/** How a part can be entered and left, and in how many ways passed over. */
interface Fragment {
  readonly empty: number;
  readonly first: Positions;
  readonly last: Positions;
}

type Repeat = PatternNode & { readonly kind: 'repeat' };

const EMPTY: Fragment = { empty: 1, first: new Map(), last: new Map() };

/**
 * Refuses a pattern with a loop that can read one text in two ways: to find that a longer text does not match, the engines of both
 * languages would try all combinations of them, which doubles with each round.
 *
 * @throws UnsupportedPatternError
 */
export function requireUnambiguousLoops(pattern: PatternNode): void {
  const positions = new PatternPositions();
  positions.build(pattern, 1);
  switch (positions.automaton.judge()) {
    case 'ambiguous':
      throw new UnsupportedPatternError('repeats what can match one text in two ways, which can take exponential time; '
        + 'let each round begin or end with a character of its own, as in [a-z]+(-[a-z]+)*');
    case 'too complex':
      throw tooComplex();
    case 'unambiguous':
  }
}

/** The characters of a pattern as positions (Glushkov's automaton). */
class PatternPositions {
  public readonly automaton = new LoopAutomaton<CharacterSet>(intersect);

  /** Adds a part, of which `rounds` are unrolled already. */
  public build(node: PatternNode, rounds: number): Fragment {
    switch (node.kind) {
      case 'set': return this.position(node.set);
      case 'sequence': return node.parts.reduce<Fragment>((before, part) => this.concatenate(before, this.build(part, rounds)), EMPTY);
      case 'choice': return node.parts.map((part) => this.build(part, rounds)).reduce(choose);
      case 'repeat': return node.max * rounds <= MAX_UNROLLED ? this.unroll(node, rounds) : this.repeat(node, rounds);
      case 'start':
      case 'end': return EMPTY;
      case 'lookahead':
        requireUnambiguousLoops(node.part);
        return EMPTY;
    }
  }

  private position(set: CharacterSet): Fragment {
    if (this.automaton.size >= MAX_POSITIONS) {
      throw tooComplex();
    }
    const itself = new Map([[this.automaton.add(set), 1]]);
    return { empty: 0, first: itself, last: itself };
  }

  private unroll({ part, min, max }: Repeat, rounds: number): Fragment {
    let rest: Fragment = EMPTY;
    for (let count = max; count > 0; count -= 1) {
      const round = this.concatenate(this.build(part, rounds * max), rest);
      rest = count > min ? choose(round, EMPTY) : round;
    }
    return rest;
  }

  private repeat({ part, min, max }: Repeat, rounds: number): Fragment {
    const body = this.build(part, rounds);
    if (max <= 1) {
      return min === 1 ? body : choose(body, EMPTY);
    }
    if (body.empty > 0) {
      throw new UnsupportedPatternError('repeats what can match the empty string, which can take exponential time; '
        + 'repeat what has a character at least');
    }
    this.connect(body.last, body.first);
    return { ...body, empty: min === 0 ? 1 : 0 };
  }

  private concatenate(a: Fragment, b: Fragment): Fragment {
    this.connect(a.last, b.first);
    return {
      empty: Math.min(2, a.empty * b.empty),
      first: add(a.first, b.first, a.empty),
      last: add(b.last, a.last, b.empty),
    };
  }

  private connect(last: Positions, first: Positions): void {
    for (const [from, waysOut] of last) {
      for (const [to, waysIn] of first) {
        this.automaton.connect(from, to, waysOut * waysIn);
      }
    }
  }
}

function choose(a: Fragment, b: Fragment): Fragment {
  return { empty: Math.min(2, a.empty + b.empty), first: add(a.first, b.first, 1), last: add(a.last, b.last, 1) };
}

function add(a: Positions, b: Positions, times: number): Positions {
  const sum = new Map(a);
  for (const [position, ways] of times === 0 ? [] : b) {
    sum.set(position, Math.min(2, (sum.get(position) ?? 0) + ways * times));
  }
  return sum;
}

function tooComplex(): UnsupportedPatternError {
  return new UnsupportedPatternError('is too complex to tell whether it can take exponential time; '
    + 'simplify it, or use enum for a list of words');
}
