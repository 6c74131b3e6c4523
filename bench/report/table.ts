import { Figure, meetsGoal, Spread } from '../figure';

/** The figures as Markdown tables, one for each group. */
export function tables(figures: readonly Figure[]): string {
  const groups = [...new Set(figures.map(({ group }) => group))];
  return groups.map((group) => table(group, figures.filter((figure) => figure.group === group))).join('\n');
}

function table(group: string, figures: readonly Figure[]): string {
  const [first] = figures;
  return first.kind === 'amount'
    ? markdown(group, ['figure', 'value', 'goal', 'met'], figures.map((figure) => (
      figure.kind === 'amount' ? [figure.name, `${number(figure.value)} ${figure.unit}`, goalOf(figure), met(figure)] : []
    )))
    : markdown(group, ['figure', 'compared with', first.measure, 'goal', 'met', 'wall time', 'of each, ms', 'rounds'], figures.map((figure) => (
      figure.kind === 'comparison' ? [
        figure.name,
        figure.peer,
        `**${number(figure.ratio.median)}** ${range(figure.ratio)}`,
        goalOf(figure),
        met(figure),
        figure.wall ? `${number(figure.wall.median)} ${range(figure.wall)}` : '–',
        `${number(figure.subjectMs.median)} : ${number(figure.peerMs.median)}`,
        String(figure.rounds),
      ] : []
    )));
}

function markdown(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return `### ${title}\n\n${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}`;
}

/** Three significant digits, or whole numbers. */
export function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function range({ min, max }: Spread): string {
  return `(${number(min)}–${number(max)})`;
}

function goalOf({ goal }: Figure): string {
  return goal === undefined ? '–' : `≤ ${goal}`;
}

function met(figure: Figure): string {
  const isMet = meetsGoal(figure);
  return isMet === undefined ? '–' : isMet ? 'yes' : '**no**';
}
