import { rmSync } from 'node:fs';
import { Comparison, LANGUAGE_IDS, LANGUAGES, OWN } from '../figure';
import { ColdStart, coldStart, eventOf, ownHandler, startDatabase } from '../functions/functions';
import { deployWithSchemas, profileOfSchema, schemaOf } from '../functions/schemas';
import { compare, inRounds } from '../rounds';
import { Settings } from '../settings';

const GOALS = { nodejs: { 10: 1.1, 100: 1.15, 1000: 1.5 }, python: { 10: 1.2, 100: 1.2, 1000: 1.2 } };
const NONE = 'without a schema';

/** Cold starts whose first request is a `POST` of ten properties, with schemas of so many properties and without. */
export async function schemaColdStarts(settings: Settings): Promise<Comparison[]> {
  const { database, environment } = await startDatabase(profileOfSchema(10));
  try {
    const figures: Comparison[] = [];
    for (const language of LANGUAGE_IDS) {
      const files = Object.fromEntries(Object.keys(GOALS[language]).map((count) => [`schema-${count}.json`, schemaOf(Number(count))]));
      const directory = deployWithSchemas(language, files);
      try {
        const code = ownHandler(language, 'replace', directory);
        const event = eventOf('POST', profileOfSchema(10));
        const start = (variables: NodeJS.ProcessEnv) => async () => coldStart(code, settings.python, { ...environment, ...variables }, event);
        const samples = await inRounds<string, ColdStart>(
          { [NONE]: start({}), ...Object.fromEntries(Object.keys(files).map((file) => [file, start({ PROFILE_SCHEMA: file })])) },
          settings.rounds,
          settings.onRound(`cold POST with a schema, ${language}`),
        );
        for (const [count, goal] of Object.entries(GOALS[language])) {
          figures.push({
            group: `Cold start with a schema, ${LANGUAGES[language]}`,
            name: `POST, ${Number(count).toLocaleString('en')} properties`,
            subject: OWN,
            peer: NONE,
            goal,
            ...compare(samples[`schema-${count}.json`], samples[NONE]),
          });
        }
      } finally {
        rmSync(directory, { recursive: true });
      }
    }
    return figures;
  } finally {
    await database.stop();
  }
}
