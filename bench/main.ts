import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Figure, meetsGoal } from './figure';
import { FIGURES } from './figures';
import { HELP, readOptions } from './options';
import { machine } from './report/machine';
import { updatePerformancePage } from './report/performance-page';
import { drawPlots } from './report/plots';
import { report } from './report/report';
import { runCommand } from '../scripts/lib/command/command';
import { ensurePythonEnvironment } from '../scripts/lib/python-environment';
import { announcePython } from '../test/support/setup/python';

const RESULTS = join(__dirname, 'results');

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(HELP);
    return;
  }
  const { python } = await ensurePythonEnvironment(console.error);
  announcePython({ interpreter: python });
  const versions = machine(python);
  const series: Record<string, object[]> = {};
  const figures: Figure[] = [];
  for (const name of options.figures) {
    console.error(`measuring ${name}`);
    figures.push(...await FIGURES[name]({
      python,
      rounds: options.rounds,
      short: options.short,
      against: options.against,
      onRound: (figure) => (round) => console.error(`  ${figure}: round ${round} of ${options.rounds}`),
      keep: (id, data) => {
        series[id] = data;
      },
    }));
    // Each time, so that an error or an interruption loses no figures that took minutes.
    if (options.write) {
      await writeResults(versions, figures, series);
    }
  }
  console.log(report(versions, figures));
  conclude(figures, options.short);
}

async function writeResults(versions: Record<string, string>, figures: readonly Figure[], series: Record<string, object[]>): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  await writeFile(join(RESULTS, 'results.md'), report(versions, figures));
  await writeFile(join(RESULTS, 'results.json'), `${JSON.stringify({ versions, figures, series }, undefined, 2)}\n`);
  await drawPlots(RESULTS, series);
  await updatePerformancePage(figures);
}

/** What a lowest ratio may exceed its goal by in the short form. */
const SHORT_MARGIN = 1.25;

/**
 * Counts the goals that are met. With few rounds on a busy machine a median says little, so the short form fails only if the
 * lowest ratio of a figure clearly exceeds its goal: it is for what makes the library much slower.
 */
function conclude(figures: readonly Figure[], short: boolean): void {
  const judged = figures.filter(({ goal }) => goal !== undefined);
  const missed = judged.filter((figure) => !(
    short && figure.kind === 'comparison' ? figure.ratio.min <= figure.goal! * SHORT_MARGIN : meetsGoal(figure)
  ));
  for (const { group, name } of missed) {
    console.log(`missed: ${group}, ${name}`);
  }
  console.log(`${judged.length - missed.length} passed, ${missed.length} failed`);
  process.exitCode = short && missed.length > 0 ? 1 : 0;
}

void runCommand(main);
