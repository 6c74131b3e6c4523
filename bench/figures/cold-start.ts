import { join } from 'node:path';
import { Language } from '../../test/support/drivers/handler-process';
import { Comparison, LANGUAGE_IDS, LANGUAGES, OWN } from '../figure';
import { EarlierHandlers } from '../functions/earlier';
import { ColdStart, coldStart, eventOf, FunctionCode, ownHandler, peer, SHARE, startDatabase } from '../functions/functions';
import { profileOf } from '../functions/profiles';
import { compare, inRounds, spreadOf } from '../rounds';
import { Settings } from '../settings';

/** A variant to compare with, and the highest ratio that meets the goal. */
interface Peer {
  readonly name: string;
  readonly code: FunctionCode;
  /** From the start of the process to the first response, on a whole vCPU. */
  readonly goal?: number;
  /** The same, but for the first invocation on the share of a vCPU. */
  readonly throttledGoal?: number;
}

const PEERS: Readonly<Record<Language, readonly Peer[]>> = {
  nodejs: [
    { name: 'AWS SDK v3, not bundled', code: peer('nodejs', 'nodejs-sdk-v3.js'), goal: 0.65 },
    { name: 'AWS SDK v2, as in the tutorial', code: peer('nodejs', 'nodejs-sdk-v2.js'), goal: 0.5 },
    { name: 'aws-lite', code: peer('nodejs', 'nodejs-aws-lite.mjs'), goal: 1.2 },
    { name: 'one request signed by hand', code: peer('nodejs', 'nodejs-hand-signed.mjs'), goal: 1.5 },
  ],
  python: [
    { name: 'boto3.resource, as in the tutorial', code: peer('python', 'boto3_resource'), goal: 0.8 },
    { name: 'one request signed by hand', code: peer('python', 'hand_signed') },
  ],
};

/** Cold starts: from the start of a process to the response of `GET` for a profile of 1 KB. */
export async function coldStarts(settings: Settings): Promise<Comparison[]> {
  const { database, environment } = await startDatabase(profileOf(1_000));
  const earlier = settings.against === undefined ? undefined : new EarlierHandlers(settings.against);
  try {
    earlier?.bundle();
    const figures: Comparison[] = [];
    for (const language of LANGUAGE_IDS) {
      const peers = [...PEERS[language], ...earlier ? [earlierPeer(language, earlier, settings.against!)] : []];
      const variants = [{ name: OWN, code: ownHandler(language, 'read') }, ...peers];
      const runs = variants.map(({ name, code }) => [name, async () => coldStart(code, settings.python, environment, eventOf('GET'))]);
      const samples = await inRounds<string, ColdStart>(
        Object.fromEntries(runs),
        settings.rounds,
        settings.onRound(`cold start, ${LANGUAGES[language]}`),
      );
      settings.keep(`cold-start-${language}`, phasesOf(samples));
      figures.push(...peers.flatMap((other) => comparisons(language, samples[OWN], samples[other.name], other)));
    }
    return figures;
  } finally {
    await database.stop();
    earlier?.remove();
  }
}

function earlierPeer(language: Language, { directory }: EarlierHandlers, commit: string): Peer {
  return { name: `this library at ${commit}`, code: ownHandler(language, 'read', join(directory, language)), throttledGoal: 0.6 };
}

function comparisons(language: Language, own: ColdStart[], other: ColdStart[], { name, goal, throttledGoal }: Peer): Comparison[] {
  const group = `Cold start, ${LANGUAGES[language]}`;
  const throttled = (samples: ColdStart[]) => samples.map(({ runtimeMs, loadMs, callMs }) => ({ cpuMs: runtimeMs + loadMs + callMs / SHARE }));
  return [
    { group, name: 'start to first response', subject: OWN, peer: name, goal, ...compare(own, other) },
    {
      group,
      name: `… first invocation at ${SHARE.toFixed(2)} of a vCPU`,
      subject: OWN,
      peer: name,
      goal: throttledGoal,
      ...compare(throttled(own), throttled(other)),
    },
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
