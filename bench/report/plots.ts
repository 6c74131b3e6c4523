import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const WIDTH = 480;

/** Draws a plot as SVG for each series. */
export async function drawPlots(directory: string, series: Readonly<Record<string, object[]>>): Promise<void> {
  // These are ES modules.
  const { parse, View } = await import('vega');
  const { compile } = await import('vega-lite');
  for (const [name, plot] of Object.entries(PLOTS)) {
    const { spec } = compile({ ...plot, data: { values: series[name] }, background: 'white' } as Parameters<typeof compile>[0]);
    const view = new View(parse(spec), { renderer: 'none' });
    await writeFile(join(directory, `${name}.svg`), await view.toSVG());
    view.finalize();
  }
}

/** Cold start: the phases of each variant, stacked. */
const phases = (language: string): object => ({
  title: `Cold start, ${language}: CPU time to the first response`,
  width: WIDTH,
  mark: 'bar',
  encoding: {
    y: { field: 'variant', type: 'nominal', sort: null, title: null, axis: { labelLimit: 300 } },
    x: { field: 'ms', type: 'quantitative', title: 'CPU time, ms' },
    color: { field: 'phase', type: 'nominal', title: null, sort: ['runtime', 'load', 'first invocation'] },
    order: { field: 'order', type: 'quantitative' },
  },
});

const PLOTS: Readonly<Record<string, object>> = {
  'cold-start-nodejs': phases('Node.js'),
  'cold-start-python': phases('Python'),
};
