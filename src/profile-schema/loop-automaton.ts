/** The most pairs of positions that are followed. */
const MAX_PAIRS = 200_000;

/** Whether a walk in one loop is the only one over what it reads. */
export type LoopKind = 'unambiguous' | 'ambiguous' | 'too complex';

/**
 * Positions that each read something, and the ways from one to the next.
 *
 * What is tried out in all ways, as patterns and recursive schemas are, takes exponential time where a loop can read one thing in two
 * ways.
 */
export class LoopAutomaton<T> {
  private readonly reads: T[] = [];
  private readonly edges: Map<number, number>[] = [];

  /** @param overlap Whether two positions can read the same */
  constructor(private readonly overlap: (a: T, b: T) => boolean) {}

  public get size(): number {
    return this.reads.length;
  }

  public add(reads: T): number {
    this.edges.push(new Map());
    return this.reads.push(reads) - 1;
  }

  public connect(from: number, to: number, ways: number): void {
    const edges = this.edges[from];
    edges.set(to, Math.min(2, (edges.get(to) ?? 0) + ways));
  }

  public judge(): LoopKind {
    const reached = this.edges.map((_, position) => this.reachedFrom(position));
    const inOneLoop = (from: number, to: number) => reached[from].has(to) && reached[to].has(from);
    const isDouble = this.edges.some((edges, from) => [...edges].some(([to, ways]) => ways > 1 && inOneLoop(from, to)));
    return isDouble ? 'ambiguous' : this.judgePairs(inOneLoop);
  }

  /** Starts two walks at one position; in a loop they must not part and meet again over the same. */
  private judgePairs(inOneLoop: (from: number, to: number) => boolean): LoopKind {
    const pending: [number, number][] = this.reads.map((_, position) => [position, position]);
    const seen = new Set<number>();
    for (let pair = pending.pop(); pair; pair = pending.pop()) {
      const [one, other] = pair;
      for (const [oneTo, otherTo] of this.steps(one, other, inOneLoop)) {
        const key = Math.min(oneTo, otherTo) * this.size + Math.max(oneTo, otherTo);
        if (oneTo === otherTo && one !== other) {
          return 'ambiguous';
        }
        if (oneTo !== otherTo && !seen.has(key)) {
          seen.add(key);
          pending.push([oneTo, otherTo]);
        }
      }
      if (seen.size > MAX_PAIRS) {
        return 'too complex';
      }
    }
    return 'unambiguous';
  }

  private* steps(one: number, other: number, inOneLoop: (from: number, to: number) => boolean): Iterable<[number, number]> {
    const ofOne = [...this.edges[one].keys()].filter((to) => inOneLoop(one, to));
    const ofOther = [...this.edges[other].keys()].filter((to) => inOneLoop(other, to));
    for (const oneTo of ofOne) {
      for (const otherTo of ofOther) {
        if (this.overlap(this.reads[oneTo], this.reads[otherTo])) {
          yield [oneTo, otherTo];
        }
      }
    }
  }

  private reachedFrom(position: number): Set<number> {
    const reached = new Set(this.edges[position].keys());
    for (const next of reached) {
      for (const to of this.edges[next].keys()) {
        reached.add(to);
      }
    }
    return reached;
  }
}
