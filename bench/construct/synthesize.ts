/**
 * Synthesizes an app in a process of its own, as `cdk synth` does.
 *
 * Arguments: the variant, and the directory of this library. Standard input has {services}, each of which gets a stack of its own.
 * The last line of standard output has the CPU times in milliseconds of importing the package (`importMs`) and of constructing and
 * synthesizing (`synthMs`), and the number of resources.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VARIANTS } from './variants';

const [variant, library] = process.argv.slice(2);
const { services } = JSON.parse(readFileSync(0, 'utf8'));

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const started = cpuMs();
const addService = VARIANTS[variant](library);
const imported = cpuMs();

const { App, Stack } = require('aws-cdk-lib');
const outdir = mkdtempSync(join(tmpdir(), 'bench-cdk.out-'));
const loaded = cpuMs();
const app = new App({ outdir, analyticsReporting: false });
for (let index = 0; index < services; index += 1) {
  addService(new Stack(app, `Stack${index}`), index);
}
const assembly = app.synth();
const synthesized = cpuMs();

const resources = assembly.stacks.reduce((sum: number, { template }: any) => sum + Object.keys(template.Resources).length, 0);
rmSync(outdir, { recursive: true });
console.log(JSON.stringify({ importMs: imported - started, synthMs: synthesized - loaded, resources }));
