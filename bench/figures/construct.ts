import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Comparison, OWN } from '../figure';
import { runProgram } from '../functions/process';
import { compare, inRounds, spreadOf } from '../rounds';
import { Settings } from '../settings';

const ROOT = join(__dirname, '..', '..');
const BENCH = join(ROOT, 'bench');
/** Bundled, so that the loader of TypeScript takes no time of the program; below `node_modules`, from where packages resolve. */
const PROGRAM = join(BENCH, 'node_modules', '.cache', 'construct', 'synthesize.js');

const SCHEMA = 'this library, with a schema';
const BY_HAND = 'the same resources from L2s';
const PATTERN = 'Solutions Constructs';
const COUNTS = { few: 1, many: 20 };

interface Synthesis {
  readonly importMs: number;
  readonly synthMs: number;
  readonly resources: number;
}

/** Import and synth of the construct, each in a process of its own. */
export async function constructs(settings: Settings): Promise<Comparison[]> {
  execFileSync('esbuild', [
    join(BENCH, 'construct', 'synthesize.ts'), '--bundle', '--platform=node', '--packages=external', `--outfile=${PROGRAM}`, '--log-level=error',
  ], { cwd: ROOT, env: { ...process.env, PATH: `${join(ROOT, 'node_modules', '.bin')}:${process.env.PATH}` } });

  const runs = [OWN, SCHEMA, BY_HAND, PATTERN].flatMap((variant) => Object.values(COUNTS).map((services) => (
    [`${variant}, ${services}`, async () => synthesize(variant, services)] as const
  )));
  const samples = await inRounds<string, Synthesis>(Object.fromEntries(runs), settings.rounds, settings.onRound('import and synth'));
  const of = (variant: string, services: number): Synthesis[] => samples[`${variant}, ${services}`];
  settings.keep('synth', [OWN, SCHEMA, BY_HAND].flatMap((variant) => Object.values(COUNTS).map((services) => (
    { variant, services, ms: spreadOf(of(variant, services).map(({ synthMs }) => synthMs)).median }
  ))));

  const further = (variant: string): { cpuMs: number }[] => of(variant, COUNTS.many).map(({ synthMs }, round) => (
    { cpuMs: (synthMs - of(variant, COUNTS.few)[round].synthMs) / (COUNTS.many - COUNTS.few) }
  ));
  const group = 'The construct in an app';
  const figure = (name: string, peer: string, goal: number, own: { cpuMs: number }[], other: { cpuMs: number }[]): Comparison => (
    { group, name, subject: OWN, peer, goal, ...compare(own, other) }
  );
  const imports = (variant: string) => of(variant, COUNTS.few).map(({ importMs }) => ({ cpuMs: importMs }));
  const synths = (variant: string, services: number) => of(variant, services).map(({ synthMs }) => ({ cpuMs: synthMs }));
  // With the import: one package loads the modules of the CDK when it is imported, the other when it uses them.
  const byResource = (variant: string, services: number) => of(variant, services).map(({ importMs, synthMs, resources }) => (
    { cpuMs: (importMs + synthMs) / resources }
  ));
  return [
    figure('import of the package', PATTERN, 0.3, imports(OWN), imports(PATTERN)),
    figure('synth, 1 service', BY_HAND, 1.02, synths(OWN, COUNTS.few), synths(BY_HAND, COUNTS.few)),
    figure('synth, 20 services', BY_HAND, 1.02, synths(OWN, COUNTS.many), synths(BY_HAND, COUNTS.many)),
    figure('each further service with a schema', 'without a schema', 1.1, further(SCHEMA), further(OWN)),
    figure('import and synth of each resource, 1 service', PATTERN, 0.45, byResource(OWN, COUNTS.few), byResource(PATTERN, COUNTS.few)),
    figure('import and synth of each resource, 20 services', PATTERN, 0.6, byResource(OWN, COUNTS.many), byResource(PATTERN, COUNTS.many)),
  ];
}

async function synthesize(variant: string, services: number): Promise<Synthesis> {
  // From 2.262 the CDK validates templates with WebAssembly, which would take most of the time of both.
  return runProgram<Synthesis>(process.execPath, [PROGRAM, variant, ROOT], { CDK_VALIDATION: 'false' }, { services });
}
