import { Comparison } from '../figure';
import { ColdStart, coldStart, eventOf, FunctionCode, ownHandler, peer, startDatabase } from '../functions/functions';
import { profileOf } from '../functions/profiles';
import { compare, inRounds, spreadOf } from '../rounds';
import { Settings } from '../settings';

/** The share of a vCPU that a function with 512 MB has after the load, during which Lambda gives it a whole one. */
const SHARE = 0.29;
export const OWN = 'this library';

interface Peer {
  readonly name: string;
  readonly code: FunctionCode;
  readonly goal: number;
}

const PEERS: Readonly<Record<'nodejs' | 'python', readonly Peer[]>> = {
  nodejs: [
    { name: 'AWS SDK v3, not bundled', code: peer('nodejs', 'nodejs-sdk-v3.js'), goal: 0.65 },
    { name: 'AWS SDK v2, as in the tutorial', code: peer('nodejs', 'nodejs-sdk-v2.js'), goal: 0.5 },
    { name: 'aws-lite', code: peer('nodejs', 'nodejs-aws-lite.mjs'), goal: 1.2 },
    { name: 'one request signed by hand', code: peer('nodejs', 'nodejs-hand-signed.mjs'), goal: 1.5 },
  ],
  python: [
    { name: 'boto3.resource, as in the tutorial', code: peer('python', 'boto3_resource'), goal: 0.8 },
  ],
};

/** Cold starts: from the start of a process to the response of `GET` for a profile of 1 KB. */
export async function coldStarts(settings: Settings): Promise<Comparison[]> {
  const { database, environment } = await startDatabase(profileOf(1_000));
  try {
    const figures: Comparison[] = [];
    for (const language of ['nodejs', 'python'] as const) {
      const variants = { [OWN]: ownHandler(language, 'read'), ...Object.fromEntries(PEERS[language].map(({ name, code }) => [name, code])) };
      const runs = Object.entries(variants).map(([name, code]) => (
        [name, async () => coldStart(code, settings.python, environment, eventOf('GET'))] as const
      ));
      const samples = await inRounds(Object.fromEntries(runs), settings.rounds, settings.onRound(`cold start, ${language}`));
      settings.keep(`cold-start-${language}`, phasesOf(samples));
      figures.push(...PEERS[language].flatMap(({ name, goal }) => comparisons(language, samples[OWN], samples[name], name, goal)));
    }
    return figures;
  } finally {
    await database.stop();
  }
}

function comparisons(language: string, own: ColdStart[], other: ColdStart[], name: string, goal: number): Comparison[] {
  const group = `Cold start, ${language === 'nodejs' ? 'Node.js' : 'Python'}`;
  const throttled = (samples: ColdStart[]) => samples.map(({ runtimeMs, loadMs, callMs }) => ({ cpuMs: runtimeMs + loadMs + callMs / SHARE }));
  return [
    { group, name: 'start to first response', subject: OWN, peer: name, goal, ...compare(own, other) },
    { group, name: `… first invocation at ${SHARE} of a vCPU`, subject: OWN, peer: name, ...compare(throttled(own), throttled(other)) },
  ];
}

const PHASES = { runtimeMs: 'runtime', loadMs: 'load', callMs: 'first invocation' } as const;

/** The median of each phase by variant, for the plot. */
function phasesOf(samples: Readonly<Record<string, ColdStart[]>>): object[] {
  return Object.entries(samples).flatMap(([variant, runs]) => (
    Object.entries(PHASES).map(([key, phase], order) => (
      { variant, phase, order, ms: spreadOf(runs.map((run) => run[key as keyof typeof PHASES])).median }
    ))
  ));
}
