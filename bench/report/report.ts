import { Figure } from '../figure';
import { tables } from './table';

/** The whole report as Markdown. */
export function report(versions: Readonly<Record<string, string>>, figures: readonly Figure[]): string {
  return `# Results of the benchmarks

Ratios are medians over interleaved rounds, with the lowest and the highest: below 1, this library takes less than what it is
compared with. CPU time is user and system time. Times in milliseconds are of this machine, and for information only.

${Object.entries(versions).map(([name, value]) => `- ${name}: ${value}`).join('\n')}

${tables(figures)}`;
}
