/** A line of a chart; `values` are evenly spaced over the x axis. */
export interface Line {
  readonly label: string;
  readonly color: string;
  readonly dashed?: boolean;
  readonly values: number[];
}

export interface Panel {
  readonly title: string;
  readonly lines: Line[];
}

export interface Axes {
  readonly xLabel: string;
  readonly xMax: number;
  readonly xStep: number;
  readonly yLabel: string;
  readonly yMax: number;
  readonly yStep: number;
}

const WIDTH = 450;
const HEIGHT = 330;
const PLOT = { left: 66, top: 34, width: 366, height: 240 };

/** Draws panels side by side, with the same axes, and one legend below. */
export function chart(panels: Panel[], axes: Axes): string {
  const [width, height] = [panels.length * WIDTH, HEIGHT + 34];
  const drawn = panels.map((panel, index) => (
    `<g transform="translate(${index * WIDTH} 0)">\n${draw(panel, axes)}\n</g>`
  ));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    '  font-family="DejaVu Sans, Verdana, sans-serif" font-size="12" fill="#222">',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...drawn,
    legend(panels[0].lines),
    '</svg>\n',
  ].join('\n');
}

function draw({ title, lines }: Panel, axes: Axes): string {
  const { left, top, width, height } = PLOT;
  const x = (value: number) => (left + value / axes.xMax * width).toFixed(1);
  const y = (value: number) => (top + height - value / axes.yMax * height).toFixed(1);
  const ticks = (max: number, step: number) => Array.from({ length: Math.floor(max / step) + 1 }, (_, i) => i * step);
  const [middle, bottom] = [left + width / 2, top + height];
  return [
    text(middle, 20, title, 'text-anchor="middle" font-size="14" font-weight="bold"'),
    ...ticks(axes.yMax, axes.yStep).flatMap((value) => [
      `<line x1="${left}" x2="${left + width}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/>`,
      text(left - 6, Number(y(value)) + 4, value.toLocaleString('en-US'), 'text-anchor="end"'),
    ]),
    ...ticks(axes.xMax, axes.xStep).map((value) => text(x(value), bottom + 17, String(value), 'text-anchor="middle"')),
    `<path d="M${left} ${top}V${bottom}H${left + width}" fill="none" stroke="#222"/>`,
    text(middle, bottom + 36, axes.xLabel, 'text-anchor="middle"'),
    text(14, top + height / 2, axes.yLabel, `text-anchor="middle" transform="rotate(-90 14 ${top + height / 2})"`),
    ...lines.map(({ color, dashed, values }) => {
      const points = values.map((value, i) => `${x((i + 0.5) * axes.xMax / values.length)},${y(value)}`).join(' ');
      return `<polyline fill="none" stroke="${color}" ${style(dashed)} points="${points}"/>`;
    }),
  ].join('\n');
}

function legend(lines: Line[]): string {
  return lines.map(({ label, color, dashed }, index) => {
    const left = PLOT.left + index * 112;
    const stroke = `<path d="M${left} ${HEIGHT + 10}h26" stroke="${color}" ${style(dashed)}/>`;
    return `${stroke}\n${text(left + 32, HEIGHT + 14, label)}`;
  }).join('\n');
}

function style(dashed = false): string {
  return dashed ? 'stroke-width="1.5" stroke-dasharray="5 4"' : 'stroke-width="2"';
}

function text(x: number | string, y: number, content: string, attributes = ''): string {
  return `<text x="${x}" y="${y}" ${attributes}>${content}</text>`;
}
