import { CharacterSet } from './character-set';

/** The classes of code points in a transition table. */
export interface MergedClasses {
  readonly ranges: readonly number[];
  readonly classOfRange: readonly number[];
  /** The column of each class in the unmerged table. */
  readonly columns: readonly number[];
}

/** Partitions all code points into classes that the sets of a pattern do not distinguish. */
export class CharacterClasses {
  public static of(sets: readonly CharacterSet[]): CharacterClasses {
    // First by identity: a counted repetition has the same set in each of its rounds, and a set of Unicode has hundreds of ranges.
    const distinct = [...new Map([...new Set(sets)].map((set) => [JSON.stringify(set), set])).values()];
    const ranges = [...new Set([0, ...distinct.flatMap((set) => set.flatMap(([first, last]) => [first, last + 1]))])]
      .filter((codePoint) => codePoint <= 0x10ffff)
      .sort((a, b) => a - b);
    const members = distinct.map((set) => membersOf(set, ranges));
    const signatures = ranges.map((_, range) => members.map((isMember) => (isMember[range] ? '1' : '0')).join(''));
    const classes = [...new Set(signatures)];
    return new CharacterClasses(ranges, signatures.map((signature) => classes.indexOf(signature)));
  }

  public readonly count: number;
  private readonly classesBySet = new Map<CharacterSet, ReadonlySet<number>>();

  private constructor(private readonly ranges: readonly number[], private readonly classOfRange: readonly number[]) {
    this.count = Math.max(...classOfRange) + 1;
  }

  /** Whether a set contains the code points of a class. */
  public has(set: CharacterSet, characterClass: number): boolean {
    let classes = this.classesBySet.get(set);
    if (!classes) {
      const isMember = membersOf(set, this.ranges);
      classes = new Set(this.classOfRange.filter((_, range) => isMember[range]));
      this.classesBySet.set(set, classes);
    }
    return classes.has(characterClass);
  }

  /** Merges classes that lead to the same states. */
  public merge(next: readonly (readonly number[])[]): MergedClasses {
    const merged = new Map<string, { readonly column: number; readonly number: number }>();
    const numbers = Array.from({ length: this.count }, (_, column) => {
      const key = next.map((row) => row[column]).join();
      const known = merged.get(key) ?? { column, number: merged.size };
      merged.set(key, known);
      return known.number;
    });
    const all = this.classOfRange.map((of) => numbers[of]);
    const starts = all.flatMap((of, range) => (range === 0 || of !== all[range - 1] ? [range] : []));
    return {
      ranges: starts.map((range) => this.ranges[range]),
      classOfRange: starts.map((range) => all[range]),
      columns: [...merged.values()].map(({ column }) => column),
    };
  }
}

/** Returns whether each range is part of a set. No range is partly in it. */
function membersOf(set: CharacterSet, ranges: readonly number[]): boolean[] {
  let index = 0;
  return ranges.map((codePoint) => {
    while (index < set.length && set[index][1] < codePoint) {
      index += 1;
    }
    return index < set.length && set[index][0] <= codePoint;
  });
}
