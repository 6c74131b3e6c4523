import { CharacterSet, intersect, union } from './character-set';
import { PatternNode, UnsupportedPatternError } from './pattern';
import { MAX_UNROLLED } from './pattern-ambiguity';

/** The most characters that the texts of one profile have, all together. */
const PROFILE_LENGTH = 64 * 1024;
/** The most steps that a pattern may take for a whole profile: seconds, where both engines go back step by step. */
const MAX_STEPS = 100_000_000;

/** How often the rest of a text may be read again: `fixed` times, and for each of `loops` once for each character of the text. */
interface Cost {
  readonly fixed: number;
  readonly loops: number;
}

const ONCE: Cost = { fixed: 1, loops: 0 };
const END: CharacterSet = [];

/**
 * Refuses a pattern that takes too long for texts of this length, because it does not say where a repetition ends: each end that is
 * possible is tried.
 *
 * @param maxLength The most characters of a text that is matched
 * @param canBound Whether there can be a `maxLength`
 * @throws UnsupportedPatternError
 */
export function requireLowCost(pattern: PatternNode, maxLength: number | undefined, canBound: boolean): void {
  const inside = costOf(pattern, END);
  // The engines search: what does not have to be at the start is tried from each character on.
  const { fixed, loops } = isAnchored(pattern) || !hasLoop(pattern) ? inside : { ...inside, loops: inside.loops + 1 };
  const ends = MAX_STEPS / PROFILE_LENGTH;
  // Of several loops each ends behind the one before.
  const orders = Array.from({ length: loops }, (_, index) => index + 1).reduce((product, count) => product * count, 1);
  const longest = loops > 0 ? Math.floor((ends * orders / fixed) ** (1 / loops)) : Infinity;
  if (fixed > ends || Math.min(maxLength ?? Infinity, PROFILE_LENGTH) > longest) {
    const bound = canBound && fixed <= ends && longest > 1 ? `put a maxLength of at most ${longest} beside it, or ` : '';
    throw new UnsupportedPatternError(`can take minutes to find that a long text does not match; ${bound}`
      + 'begin it with ^ and let what follows a repetition not be among what is repeated, as in ^[^@]+@, or count, as in {1,30}');
  }
}

function costOf(node: PatternNode, follow: CharacterSet): Cost {
  switch (node.kind) {
    case 'set':
    case 'start':
    case 'end': return ONCE;
    case 'choice': {
      const costs = node.parts.map((part) => costOf(part, follow));
      return { fixed: costs.reduce((sum, { fixed }) => sum + fixed, 0), loops: Math.max(...costs.map(({ loops }) => loops)) };
    }
    case 'sequence': return costOfSequence(node.parts, follow);
    case 'lookahead': return costOf(node.part, END);
    case 'repeat': return costOfRepeat(node, follow);
  }
}

function costOfSequence(parts: readonly PatternNode[], follow: CharacterSet): Cost {
  let aside = ONCE;
  let cost = ONCE;
  for (const [index, part] of parts.entries()) {
    const next = costOf(part, firstOfAll(parts.slice(index + 1), follow));
    // A lookahead is over when it has matched, so that at the start it is read once, aside from what follows.
    if (part.kind === 'lookahead' && cost.loops === 0 && cost.fixed === 1) {
      aside = dearer(aside, next);
    } else {
      cost = { fixed: cost.fixed * next.fixed, loops: cost.loops + next.loops };
    }
  }
  return dearer(aside, cost);
}

function dearer(a: Cost, b: Cost): Cost {
  return a.loops > b.loops || (a.loops === b.loops && a.fixed > b.fixed) ? a : b;
}

function costOfRepeat({ part, min, max }: PatternNode & { kind: 'repeat' }, follow: CharacterSet): Cost {
  const round = costOf(part, max > 1 ? union([firstOf(part, follow), follow]) : follow);
  // Rounds that read a text in one way only stay apart, and the others are few.
  const rounds = max <= MAX_UNROLLED ? { fixed: round.fixed ** max, loops: round.loops * max } : round;
  if (min === max || !intersect(firstOf(part, END), follow)) {
    return rounds;
  }
  return max === Infinity ? { ...rounds, loops: rounds.loops + 1 } : { ...rounds, fixed: rounds.fixed * (max - min + 1) };
}

/** What a part can begin with, or what follows it where it can be empty. */
function firstOf(node: PatternNode, follow: CharacterSet): CharacterSet {
  switch (node.kind) {
    case 'set': return node.set;
    case 'sequence': return firstOfAll(node.parts, follow);
    case 'choice': return union(node.parts.map((part) => firstOf(part, follow)));
    case 'repeat': return node.min === 0 ? union([firstOf(node.part, follow), follow]) : firstOf(node.part, follow);
    case 'end': return END;
    case 'start':
    case 'lookahead': return follow;
  }
}

function firstOfAll(parts: readonly PatternNode[], follow: CharacterSet): CharacterSet {
  return parts.reduceRight<CharacterSet>((rest, part) => firstOf(part, rest), follow);
}

function isAnchored(node: PatternNode): boolean {
  switch (node.kind) {
    case 'start': return true;
    case 'choice': return node.parts.every(isAnchored);
    case 'sequence': {
      const first = node.parts.find(({ kind }) => kind !== 'lookahead');
      return first !== undefined && isAnchored(first);
    }
    case 'repeat': return node.min > 0 && isAnchored(node.part);
    default: return false;
  }
}

function hasLoop(node: PatternNode): boolean {
  switch (node.kind) {
    case 'repeat': return node.max === Infinity || hasLoop(node.part);
    case 'sequence':
    case 'choice': return node.parts.some(hasLoop);
    case 'lookahead': return hasLoop(node.part);
    default: return false;
  }
}
