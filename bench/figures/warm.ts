import { join } from 'node:path';
import { OWN } from './cold-start';
import { Comparison } from '../figure';
import { eventOf, ownHandler, startDatabase } from '../functions/functions';
import { NODE, runProgram } from '../functions/process';
import { profileOf } from '../functions/profiles';
import { compare } from '../rounds';
import { Settings } from '../settings';

const FUNCTIONS = join(__dirname, '..', 'functions');
const GOAL = 1.1;

/** Sizes of the profile in bytes, how many requests make one measurement, and the methods. */
const SIZES = [
  { name: '1 KB', bytes: 1_000, requests: 100, methods: ['GET', 'POST', 'PATCH', 'DELETE'] },
  { name: '300 KB', bytes: 300_000, requests: 5, methods: ['GET', 'POST', 'PATCH'] },
];

type Pairs = Readonly<Record<string, readonly (readonly [own: number, calls: number])[]>>;

/** Warm invocations against the calls of the SDK that they make, in the same process. */
export async function warmRequests(settings: Settings): Promise<Comparison[]> {
  const figures: Comparison[] = [];
  for (const language of ['nodejs', 'python'] as const) {
    for (const { name, bytes, requests, methods } of SIZES) {
      const profile = profileOf(bytes);
      const { database, environment } = await startDatabase(profile);
      try {
        const events = Object.fromEntries(methods.map((method) => [method, eventOf(method, bodyOf(method, profile))]));
        const { directory, module } = ownHandler(language, 'read');
        const job = { file: join(directory, module), directory, events, requests, rounds: settings.rounds };
        const [file, ...args] = language === 'nodejs'
          ? [NODE, join(FUNCTIONS, 'compare-warm.mjs')]
          : [settings.python, '-B', join(FUNCTIONS, 'compare_warm.py')];
        const pairs = await runProgram<Pairs>(file, args, environment, job);
        settings.onRound(`warm requests, ${language}, ${name}`)(settings.rounds);
        figures.push(...methods.map((method) => comparison(language, `${method}, ${name}`, pairs[method])));
      } finally {
        await database.stop();
      }
    }
  }
  return figures;
}

/** PATCH changes one property of a large profile. */
function bodyOf(method: string, profile: object): object | undefined {
  return method === 'POST' ? profile : method === 'PATCH' ? { nickname: 'grace' } : undefined;
}

function comparison(language: string, name: string, pairs: Pairs[string]): Comparison {
  return {
    group: `Warm request, ${language === 'nodejs' ? 'Node.js' : 'Python'}`,
    name,
    subject: OWN,
    peer: language === 'nodejs' ? 'the same calls of DynamoDBDocumentClient' : 'the same calls of boto3.resource',
    goal: GOAL,
    ...compare(pairs.map(([own]) => ({ cpuMs: own })), pairs.map(([, calls]) => ({ cpuMs: calls }))),
  };
}
