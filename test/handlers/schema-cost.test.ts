import fc from 'fast-check';
import { ProfileSchemaDocument } from '../../src/profile-schema/document';
import { Automaton } from '../../src/profile-schema/pattern/automaton';
import { EVERYDAY_PATTERNS } from '../profile-schema/everyday-patterns';
import { compileIfSupported, patternArbitrary } from '../profile-schema/pattern-arbitraries';
import { COSTLY_PROFILES, costlySchema, FOUND, FOUND_PATTERNS } from '../support/cost/costly-schemas';
import { Language } from '../support/drivers/handler-process';
import { describeEachLanguage } from '../support/drivers/languages';
import { documentOf, SchemaCall, SchemaProcess } from '../support/drivers/schema-process';

/** `COST_RUNS=300` tries more schemas and patterns, which takes minutes. */
const RUNS = Number(process.env.COST_RUNS ?? 8);
const SEED = 20261124;
const TEXT_LENGTH = 64 * 1024;

/** CPU times are compared with a loop of so many rounds in the same process, so that they hold on a slow machine too. */
const ROUNDS: Readonly<Record<Language, number>> = { nodejs: 1_000_000, python: 200_000 };
/** Other processes slow this one down by halves, and not the loop at the same moment; the lowest of a few is its own. */
const ATTEMPTS = 4;
/**
 * The loops that the check of a profile of 64 KiB may take. On the machine that they were set on, a loop takes 1.5 ms in Node.js and 11 ms
 * in Python, so this is 0.6 s and 1.1 s of CPU. The most that was seen is half of it.
 */
const MAX_LOOPS: Readonly<Record<Language, number>> = { nodejs: 400, python: 100 };
/** What a list of violations may take of a response of 64 KiB. */
const MAX_BYTES = 65_000;
/** The loops that the match of a text of 64 KB may take. */
const MAX_LOOPS_OF_PATTERN: Readonly<Record<Language, number>> = { nodejs: 40, python: 10 };

describeEachLanguage((language) => {
  let checker: SchemaProcess;

  beforeAll(() => {
    checker = SchemaProcess.start(language);
  });

  afterAll(async () => {
    await checker.stop();
  });

  test('a long text is matched in linear time, whatever the pattern', async () => {
    const generated = fc.sample(patternArbitrary, { numRuns: 10 * RUNS, seed: SEED });
    const patterns = [...FOUND_PATTERNS, ...EVERYDAY_PATTERNS.map(({ pattern }) => pattern), ...generated];
    const automata = patterns.flatMap(compileIfSupported);
    const results = await measure(null, automata.map((automaton) => ['matches', automaton, longWalk(automaton)]), MAX_LOOPS_OF_PATTERN[language]);
    expect(Math.max(...results.map(({ loops }) => loops))).toBeLessThan(MAX_LOOPS_OF_PATTERN[language]);
  }, 60_000 + RUNS * 1000);

  test('a profile is checked in time that grows with its size, whatever the schema', async () => {
    const calls = Object.values(COSTLY_PROFILES).map((profile) => ['check', profile, profile, null, 'user'] as const);
    for (const document of fc.sample(costlySchema, { numRuns: RUNS, seed: SEED })) {
      const results = await measure(document, calls, MAX_LOOPS[language]);
      for (const [index, { result, loops }] of results.entries()) {
        const profile = Object.keys(COSTLY_PROFILES)[index];
        const bytes = Buffer.byteLength(JSON.stringify(result.violations));
        const isGood = loops <= MAX_LOOPS[language] && bytes <= MAX_BYTES;
        expect(isGood ? 'good' : `${profile}: ${loops} loops, ${bytes} bytes, by ${JSON.stringify(document)}`).toBe('good');
      }
    }
  }, 60_000 + RUNS * 10_000);

  test.each(FOUND)('$name', async ({ schema, profile }) => {
    const [{ result, loops }] = await measure(documentOf(schema), [['check', profile, profile, null, 'user']], MAX_LOOPS[language]);
    expect(Buffer.byteLength(JSON.stringify(result.violations))).toBeLessThan(MAX_BYTES);
    expect(loops).toBeLessThan(MAX_LOOPS[language]);
  });

  test('many read-only properties and many others are kept in linear time', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `r${index}`);
    const document = documentOf({ type: 'object', properties: Object.fromEntries(names.map((name) => [name, { readOnly: true }])) });
    const stored = Object.fromEntries(names.map((name) => [name, 0]));
    const sent = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [index.toString(36), 0]));
    const [{ result, loops }] = await measure(document, [['keepReadOnly', sent, stored, 'user']], MAX_LOOPS_OF_PATTERN[language]);
    expect(result).toEqual({ ...sent, ...stored });
    expect(loops).toBeLessThan(MAX_LOOPS_OF_PATTERN[language]);
  });

  /** What calls give, and what they take in loops, measured between two of them. Measures again what takes more than the limit. */
  async function measure(document: ProfileSchemaDocument | null, calls: readonly SchemaCall[], maxLoops: number): Promise<Measured[]> {
    const measured: Measured[] = [];
    for (const call of calls) {
      const attempts: Measured[] = [];
      do {
        const before = await checker.calibrate(ROUNDS[language]);
        const [{ result, cpuMs }] = await checker.time(document, [call]);
        const loopMs = (before + await checker.calibrate(ROUNDS[language])) / 2;
        attempts.push({ result, loops: cpuMs / loopMs });
      } while (attempts.at(-1)!.loops > maxLoops && attempts.length < ATTEMPTS);
      measured.push(attempts.reduce((lowest, attempt) => (attempt.loops < lowest.loops ? attempt : lowest)));
    }
    return measured;
  }
});

interface Measured {
  readonly result: any;
  readonly loops: number;
}

/** The text that an automaton takes longest over: as long as may be, it leads to no state that no character leaves. */
function longWalk({ ranges, classes, next }: Automaton): string {
  const characters = classes.map((of, range) => [of, ranges[range]] as const).filter(([, codePoint]) => codePoint < 0xd800);
  let state = 0;
  let text = '';
  while (text.length < TEXT_LENGTH) {
    const row = next[state];
    // The last range is the least likely to end in the same state again.
    const [of, codePoint] = characters.findLast(([candidate]) => row.length > 0 && next[row[candidate]].length > 0) ?? characters[0];
    text += String.fromCodePoint(codePoint);
    state = row.length > 0 ? row[of] : state;
  }
  return text;
}
