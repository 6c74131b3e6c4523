import type { Automaton } from '../../../../profile-schema/pattern/automaton';

/** Whether a pattern matches anywhere in a text. Reads each code point once. */
export function matches({ ranges, classes, next, accepting }: Automaton, text: string): boolean {
  let state = 0;
  for (const character of text) {
    const row = next[state];
    if (row.length === 0) {
      break;
    }
    state = row[classes[rangeOf(character.codePointAt(0)!, ranges)]];
  }
  return accepting.includes(state);
}

/** Finds the last range that begins at or before the code point. */
function rangeOf(codePoint: number, ranges: readonly number[]): number {
  let low = 0;
  let high = ranges.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (ranges[middle] <= codePoint) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
