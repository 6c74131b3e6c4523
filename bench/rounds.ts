import { max, median, min } from 'simple-statistics';
import { Spread } from './figure';

/** What one run of a variant took, in milliseconds. */
export interface Sample {
  /** CPU time, user and system. */
  readonly cpuMs: number;
  readonly wallMs?: number;
}

/**
 * Runs variants in rounds: A B C, C B A, A B C, … A slow phase of the machine then affects all of them, and none is always first.
 *
 * Returns the samples of each variant, by round. The first round only warms up the caches of the machine and is left out.
 */
export async function inRounds<Name extends string, T>(
  variants: Readonly<Record<Name, () => Promise<T>>>,
  rounds: number,
  onRound: (round: number) => void = () => {},
): Promise<Record<Name, T[]>> {
  const names = Object.keys(variants) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<Name, T[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const sample = await variants[name]();
      if (round > 0) {
        samples[name].push(sample);
      }
    }
    onRound(round);
  }
  return samples;
}

export function spreadOf(values: number[]): Spread {
  return { median: median(values), min: min(values), max: max(values) };
}

/** The ratios of two variants, round by round. */
export function ratios(subject: readonly number[], peer: readonly number[]): Spread {
  return spreadOf(subject.map((value, round) => value / peer[round]));
}

/** The members of a comparison that follow from the samples. */
export function compare(subject: readonly Sample[], peer: readonly Sample[]) {
  const cpu = (samples: readonly Sample[]): number[] => samples.map(({ cpuMs }) => cpuMs);
  const wall = (samples: readonly Sample[]): number[] => samples.flatMap(({ wallMs }) => wallMs ?? []);
  return {
    kind: 'comparison' as const,
    measure: 'CPU time',
    ratio: ratios(cpu(subject), cpu(peer)),
    ...(wall(subject).length > 0 && { wall: ratios(wall(subject), wall(peer)) }),
    subjectMs: spreadOf(cpu(subject)),
    peerMs: spreadOf(cpu(peer)),
    rounds: subject.length,
  };
}
