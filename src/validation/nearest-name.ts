/** The number of wrong, missing and surplus characters in a slip. */
const MAX_DISTANCE = 3;

/** Finds the name that a misspelled name most likely stands for. */
export function nearestName(misspelled: string, names: readonly string[]): string | undefined {
  const [nearest] = names
    .map((name) => ({ name, distance: distance(misspelled.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance: apart }) => apart <= Math.min(MAX_DISTANCE, name.length / 2))
    .sort((a, b) => a.distance - b.distance);
  return nearest?.name;
}

/** The Levenshtein distance of two texts, by its recurrence row by row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, character] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      next.push(Math.min(row[j] + (character === b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1));
    }
    row = next;
  }
  return row[b.length];
}
