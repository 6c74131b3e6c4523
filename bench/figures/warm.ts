import { join } from 'node:path';
import { Language } from '../../test/support/drivers/handler-process';
import { Comparison, LANGUAGE_IDS, LANGUAGES, OWN } from '../figure';
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
  { name: '10 KB', bytes: 10_000, requests: 50, methods: ['GET', 'POST', 'PATCH'] },
  { name: '100 KB', bytes: 100_000, requests: 10, methods: ['GET', 'POST', 'PATCH'] },
  { name: '300 KB', bytes: 300_000, requests: 5, methods: ['GET', 'POST', 'PATCH'] },
];

type Pairs = Readonly<Record<string, readonly (readonly [own: number, calls: number])[]>>;

/** Warm invocations against the calls of the SDK that they make, in the same process. */
export async function warmRequests(settings: Settings): Promise<Comparison[]> {
  const figures: Comparison[] = [];
  const series: object[] = [];
  for (const language of LANGUAGE_IDS) {
    for (const { name, bytes, requests, methods } of settings.short ? SIZES.slice(0, 1) : SIZES) {
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
        const compared = methods.map((method) => comparison(language, `${method}, ${name}`, pairs[method]));
        figures.push(...compared);
        series.push(...compared.flatMap(({ subjectMs, peerMs }, index) => {
          const point = { language: LANGUAGES[language], method: methods[index], kilobytes: bytes / 1000 };
          return [{ ...point, variant: OWN, ms: subjectMs.median }, { ...point, variant: 'the calls alone', ms: peerMs.median }];
        }));
      } finally {
        await database.stop();
      }
    }
  }
  settings.keep('warm', series);
  return figures;
}

/** PATCH changes one property of a large profile. */
function bodyOf(method: string, profile: object): object | undefined {
  return method === 'POST' ? profile : method === 'PATCH' ? { nickname: 'grace' } : undefined;
}

function comparison(language: Language, name: string, pairs: Pairs[string]): Comparison {
  return {
    group: `Warm request, ${LANGUAGES[language]}`,
    name,
    subject: OWN,
    peer: language === 'nodejs' ? 'the calls alone, with DynamoDBDocumentClient' : 'the calls alone, with boto3.resource',
    goal: GOAL,
    ...compare(pairs.map(([own]) => ({ cpuMs: own })), pairs.map(([, calls]) => ({ cpuMs: calls }))),
  };
}
