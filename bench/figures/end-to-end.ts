import { inSession } from '../../scripts/lib/command/command';
import { Session } from '../../scripts/lib/command/session';
import { localApiUrl } from '../../scripts/lib/local-aws/addresses';
import { startLocalService } from '../../scripts/lib/local-aws/local-service';
import { signIn } from '../../scripts/lib/user/sign-in';
import { signUp } from '../../scripts/lib/user/sign-up';
import { Language } from '../../test/support/drivers/handler-process';
import { END_TO_END_APP, TUTORIAL_URL } from '../end-to-end/end-to-end-app';
import { LoadResult, send, warmUp } from '../end-to-end/load';
import { Progress } from '../end-to-end/progress';
import { Comparison, LANGUAGE_IDS, LANGUAGES, OWN } from '../figure';
import { profileOf } from '../functions/profiles';
import { inRounds, ratios, spreadOf } from '../rounds';
import { Settings } from '../settings';

const CLIENTS = [1, 8, 32];
/** How many requests one measurement takes: a second or two. */
const REQUESTS = 100;
/** At least as good. */
const GOAL = 1;
const TUTORIAL = 'the handlers of the tutorial';

/** What is compared. The time per request is the inverse of the requests a second, so that less is better in both. */
const MEASURES = {
  requestMs: 'time per request',
  p99Ms: '99th percentile of the response time',
} as const;

/** Requests of several clients to a service on the local AWS, against those to the API of the tutorial beside it. */
export async function endToEnd(settings: Settings): Promise<Comparison[]> {
  if (settings.short) {
    return [];
  }
  const figures: Comparison[] = [];
  for (const language of LANGUAGE_IDS) {
    await inSession(async (session) => {
      figures.push(...await compareApis(session, language, settings));
    });
  }
  return figures;
}

async function compareApis(session: Session, language: Language, settings: Settings): Promise<Comparison[]> {
  const { outputs, journey } = await startLocalService(session, new Progress(), language, END_TO_END_APP);
  await signUp(journey);
  const token = await signIn(journey);
  const tutorialUrl = localApiUrl(journey.aws.endpoint, outputs[TUTORIAL_URL]);
  const profile = JSON.stringify(profileOf(1_000));

  const figures: Comparison[] = [];
  for (const clients of CLIENTS) {
    // POST first, because it stores what GET reads.
    for (const [method, body] of [['POST', profile], ['GET', undefined]] as const) {
      const name = `${method}, ${clients} ${clients === 1 ? 'client' : 'clients'}`;
      const load = { method, body, token, clients, signal: session.signal };
      for (const url of [journey.profileUrl, tutorialUrl]) {
        await warmUp({ ...load, url });
      }
      const run = (url: string) => async () => send({ ...load, url, requests: REQUESTS });
      const samples = await inRounds<string, LoadResult>(
        { [OWN]: run(journey.profileUrl), [TUTORIAL]: run(tutorialUrl) },
        settings.rounds,
        settings.onRound(`end to end, ${language}, ${name}`),
      );
      figures.push(...comparisons(language, name, samples[OWN], samples[TUTORIAL]));
    }
  }
  return figures;
}

function comparisons(language: Language, name: string, own: LoadResult[], tutorial: LoadResult[]): Comparison[] {
  return Object.entries(MEASURES).map(([key, measure]) => {
    const of = (samples: LoadResult[]): number[] => samples.map((sample) => sample[key as keyof typeof MEASURES]);
    return {
      kind: 'comparison',
      group: `End to end on the local AWS, ${LANGUAGES[language]}: ${measure}`,
      name,
      subject: OWN,
      peer: TUTORIAL,
      measure,
      ratio: ratios(of(own), of(tutorial)),
      subjectMs: spreadOf(of(own)),
      peerMs: spreadOf(of(tutorial)),
      rounds: own.length,
      goal: GOAL,
    };
  });
}
