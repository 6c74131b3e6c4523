import { createHash } from 'crypto';

/**
 * A model of a DynamoDB table under load: partitions that each give so many units a second, and save for a while what
 * they did not give. It is a fluid: no request is drawn, so that the same numbers come out each time.
 *
 * It has no table quota, no retries, and no adaptive growth but the one of `splitAfter`.
 */
export interface Scenario {
  /** How many partition keys share the load evenly. */
  readonly keys: number;
  /** How many partitions the table has at the start, each with an equal range of the key's hash. */
  readonly partitions: number;
  /** A partition that throttled for so many seconds on end is split in two, or never. */
  readonly splitAfter: number;
  /** Units a second that one partition gives. */
  readonly limit: number;
  /** For so many seconds at the limit a partition saves what it did not give, and can give it on top of the limit. */
  readonly burst: number;
  /** The load rises evenly from nothing to `peak` units a second within `ramp` seconds, and stays. */
  readonly peak: number;
  readonly ramp: number;
  readonly seconds: number;
}

export interface Outcome {
  /** Units a second, averaged over each minute. */
  readonly offered: number[];
  readonly served: number[];
  readonly throttledShare: number;
  /** Units a second, averaged over the last hour. */
  readonly sustained: number;
  /** The minute after which nothing was throttled any more, if there is one. */
  readonly clearAfter?: number;
  readonly partitions: number;
}

interface Partition {
  /** What it holds, in the order of the hash: a key, or a range of a key's sort keys. As shares of the whole load. */
  readonly pieces: number[];
  /** The sum of the pieces, once for all seconds. */
  readonly share: number;
  tokens: number;
  hotSeconds: number;
}

export function simulate(scenario: Scenario): Outcome {
  const { limit, burst, peak, ramp, seconds, splitAfter } = scenario;
  let partitions = layOut(scenario);
  const offered = new Array<number>(seconds / 60).fill(0);
  const served = new Array<number>(seconds / 60).fill(0);
  let lastThrottled = -1;

  for (let second = 0; second < seconds; second++) {
    const load = peak * Math.min(1, second / ramp);
    const minute = Math.floor(second / 60);
    for (const partition of partitions) {
      const wanted = load * partition.share;
      partition.tokens = Math.min(partition.tokens + limit, limit * Math.max(1, burst));
      const given = Math.min(wanted, partition.tokens);
      partition.tokens -= given;
      // Not exactly zero, for what a sum of shares is off by.
      const throttled = wanted - given > 1e-6;
      partition.hotSeconds = throttled ? partition.hotSeconds + 1 : 0;
      lastThrottled = throttled ? second : lastThrottled;
      offered[minute] += wanted / 60;
      served[minute] += given / 60;
    }
    partitions = partitions.flatMap((partition) => partition.hotSeconds >= splitAfter ? split(partition) : partition);
  }

  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  return {
    offered,
    served,
    throttledShare: 1 - sum(served) / sum(offered),
    sustained: sum(served.slice(-60)) / 60,
    clearAfter: lastThrottled < seconds - 1 ? Math.ceil((lastThrottled + 1) / 60) : undefined,
    partitions: partitions.length,
  };
}

/** Which partition a key is in is DynamoDB's own hash of it, which isn't published; any good one does here. */
function layOut({ keys, partitions, limit, burst }: Scenario): Partition[] {
  const layout = Array.from({ length: partitions }, (): number[] => []);
  const hashes = Array.from({ length: keys }, (_, key) => (
    createHash('sha256').update(`USERS#${keys === 1 ? 'ALL' : key}`).digest().readUIntBE(0, 6) / 2 ** 48
  ));
  for (const hash of hashes.sort((a, b) => a - b)) {
    layout[Math.floor(hash * partitions)].push(1 / keys);
  }
  return layout.map((pieces) => partitionOf(pieces, limit * burst));
}

function partitionOf(pieces: number[], tokens: number): Partition {
  return { pieces, share: pieces.reduce((a, b) => a + b, 0), tokens, hotSeconds: 0 };
}

/** At the middle of the load, through a key's sort keys if it is there. A half starts without savings. */
function split(partition: Partition): Partition[] {
  const half = partition.share / 2;
  const [lower, upper]: number[][] = [[], []];
  let below = 0;
  for (const piece of partition.pieces) {
    const lowerPart = Math.min(piece, Math.max(0, half - below));
    lower.push(...lowerPart > 0 ? [lowerPart] : []);
    upper.push(...piece - lowerPart > 0 ? [piece - lowerPart] : []);
    below += piece;
  }
  return [lower, upper].map((pieces) => partitionOf(pieces, 0));
}
