/** What is measured, as tables and plots name it. */
export const OWN = 'this library';
export const LANGUAGES = { nodejs: 'Node.js', python: 'Python' } as const;
export const LANGUAGE_IDS = ['nodejs', 'python'] as const;

/** Medians of what was measured in interleaved rounds, with the lowest and the highest. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Two variants, measured side by side. A ratio is that of one round; below 1, the subject takes less than its peer. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly group: string;
  readonly name: string;
  readonly subject: string;
  readonly peer: string;
  /** What is compared: CPU time, user and system, or a time that a client sees. */
  readonly measure: string;
  /** The ratios of what is compared. */
  readonly ratio: Spread;
  /** The ratios of wall time, if it was measured beside CPU time. */
  readonly wall?: Spread;
  /** What is compared, in milliseconds, for information. */
  readonly subjectMs: Spread;
  readonly peerMs: Spread;
  readonly rounds: number;
  /** The highest median that meets the goal. */
  readonly goal?: number;
}

/** An amount that is not compared with a peer. */
export interface Amount {
  readonly kind: 'amount';
  readonly group: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal?: number;
}

export type Figure = Comparison | Amount;

/** Whether a figure meets its goal. Undefined without a goal. */
export function meetsGoal(figure: Figure): boolean | undefined {
  return figure.goal === undefined ? undefined : valueOf(figure) <= figure.goal;
}

export function valueOf(figure: Figure): number {
  return figure.kind === 'amount' ? figure.value : figure.ratio.median;
}
