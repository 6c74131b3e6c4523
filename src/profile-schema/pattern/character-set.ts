/** A range of code points, inclusive. */
export type Range = readonly [number, number];

/** A set of code points: ranges in ascending order that are not adjacent. */
export type CharacterSet = readonly Range[];

const LAST = 0x10ffff;

/** The class escapes of ECMA-262. Those of Python contain more of Unicode. */
export const DIGITS: CharacterSet = [[0x30, 0x39]];
export const WORD: CharacterSet = [[0x30, 0x39], [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
export const SPACE: CharacterSet = [
  [0x09, 0x0d], [0x20, 0x20], [0xa0, 0xa0], [0x1680, 0x1680], [0x2000, 0x200a],
  [0x2028, 0x2029], [0x202f, 0x202f], [0x205f, 0x205f], [0x3000, 0x3000], [0xfeff, 0xfeff],
];
/** The characters that a dot does not match. In Python, this is the line feed only. */
export const LINE_ENDS: CharacterSet = [[0x0a, 0x0a], [0x0d, 0x0d], [0x2028, 0x2029]];

export function union(sets: readonly CharacterSet[]): CharacterSet {
  const merged: [number, number][] = [];
  for (const [first, last] of sets.flat().sort((a, b) => a[0] - b[0])) {
    const previous = merged.at(-1);
    if (previous && first <= previous[1] + 1) {
      previous[1] = Math.max(previous[1], last);
    } else {
      merged.push([first, last]);
    }
  }
  return merged;
}

export function complement(set: CharacterSet): CharacterSet {
  const rest: Range[] = [];
  let next = 0;
  for (const [first, last] of set) {
    if (first > next) {
      rest.push([next, first - 1]);
    }
    next = last + 1;
  }
  return next > LAST ? rest : [...rest, [next, LAST]];
}
