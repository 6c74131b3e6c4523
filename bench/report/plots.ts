import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const WIDTH = 480;

/** Draws the plots, as SVG, whose data has been measured. */
export async function drawPlots(directory: string, series: Readonly<Record<string, object[]>>): Promise<void> {
  // These are ES modules.
  const { parse, View } = await import('vega');
  const { compile } = await import('vega-lite');
  for (const [name, plot] of Object.entries(PLOTS).filter(([id]) => id in series)) {
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
  'synth': {
    title: 'Construct and synthesize: CPU time by number of services',
    width: WIDTH,
    mark: { type: 'line', point: true },
    encoding: {
      x: { field: 'services', type: 'quantitative', title: 'services, each in a stack of its own' },
      y: { field: 'ms', type: 'quantitative', title: 'CPU time, ms' },
      color: { field: 'variant', type: 'nominal', sort: null, title: null, legend: { labelLimit: 300 } },
    },
  },
  'warm': {
    title: 'Warm requests: CPU time by size of the profile',
    facet: { row: { field: 'language', title: null }, column: { field: 'method', title: null, sort: ['GET', 'POST', 'PATCH'] } },
    spec: {
      width: WIDTH / 3,
      height: WIDTH / 3,
      mark: { type: 'line', point: true },
      encoding: {
        x: { field: 'kilobytes', type: 'quantitative', scale: { type: 'log' }, axis: { values: [1, 10, 100, 300] }, title: 'profile, KB' },
        y: { field: 'ms', type: 'quantitative', scale: { type: 'log' }, title: 'CPU time, ms' },
        color: { field: 'variant', type: 'nominal', sort: null, title: null, legend: { labelLimit: 300 } },
      },
    },
    transform: [{ filter: 'datum.method != "DELETE"' }],
  },
};
