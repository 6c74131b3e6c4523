import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { number } from './table';
import { Figure, valueOf } from '../figure';

const PAGE = join(__dirname, '..', '..', 'docs', 'performance.md');
const BEGIN = '<!-- results: written by `npm run bench` -->\n';
const END = '<!-- end of results -->\n';

/** Plots, by the group of figures that they follow. */
const PLOTS: Readonly<Record<string, { readonly file: string; readonly text: string }>> = {
  'Cold start, Node.js': { file: 'cold-start-nodejs.svg', text: 'CPU time of a cold start in Node.js, by phase' },
  'Cold start, Python': { file: 'cold-start-python.svg', text: 'CPU time of a cold start in Python, by phase' },
  'Warm request, Python': { file: 'warm.svg', text: 'CPU time of warm requests, by size of the profile' },
  'The construct in an app': { file: 'synth.svg', text: 'CPU time of synthesis, by number of services' },
};

/** Writes the medians, and the plots, into the page for readers. */
export async function updatePerformancePage(figures: readonly Figure[]): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const [, after] = rest.split(END);
  const groups = [...new Set(figures.map(({ group }) => group))];
  const sections = groups.map((group) => section(group, figures.filter((figure) => figure.group === group)));
  await writeFile(PAGE, `${before}${BEGIN}${sections.join('')}\n${END}${after}`);
}

function section(group: string, figures: readonly Figure[]): string {
  const rows = figures.map((figure) => (
    figure.kind === 'amount' ? `| ${figure.name} | ${number(figure.value)} ${figure.unit} |` : `| ${figure.name}, against ${figure.peer} | ${number(valueOf(figure))} |`
  ));
  const plot = PLOTS[group];
  return `\n**${group}**\n\n| | |\n|---|---:|\n${rows.join('\n')}\n${plot ? `\n![${plot.text}](../bench/results/${plot.file})\n` : ''}`;
}
