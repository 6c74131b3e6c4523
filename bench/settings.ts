/** What the figures are measured with. */
export interface Settings {
  /** The interpreter of the virtual environment of this project. */
  readonly python: string;
  /** How often each variant is run. */
  readonly rounds: number;
  /** Whether to leave out what takes minutes. */
  readonly short: boolean;
  /** An earlier commit to compare cold starts with. */
  readonly against?: string;
  /** Returns what reports the progress of a figure. */
  onRound(figure: string): (round: number) => void;
  /** Keeps data for a plot. */
  keep(name: string, data: object[]): void;
}
