import fc from 'fast-check';
import { Automaton } from '../../src/profile-schema/pattern/automaton';
import { EVERYDAY_PATTERNS } from '../profile-schema/everyday-patterns';
import { compileIfSupported, patternArbitrary } from '../profile-schema/pattern-arbitraries';
import { COSTLY_PROFILES, costlySchema, FOUND, FOUND_PATTERNS } from '../support/cost/costly-schemas';
import { Language } from '../support/drivers/handler-process';
import { describeEachLanguage } from '../support/drivers/languages';
import { documentOf, SchemaProcess, Timed } from '../support/drivers/schema-process';

/** `COST_RUNS=300` tries more schemas and patterns, which takes minutes. */
const RUNS = Number(process.env.COST_RUNS ?? 8);
const SEED = 20261124;
const TEXT_LENGTH = 64 * 1024;

/** CPU times are compared with a loop of so many rounds in the same process, so that they hold on a slow machine too. */
const ROUNDS = 1_000_000;
/**
 * The loops that the check of a profile of 64 KiB may take. On the machine that they were set on, a loop takes 1.5 ms in Node.js and 55 ms
 * in Python, so this is 0.6 s and 1.1 s of CPU. The most that was seen is half of it.
 */
const MAX_LOOPS: Readonly<Record<Language, number>> = { nodejs: 400, python: 20 };
/** What a list of violations may take of a response of 64 KiB. */
const MAX_BYTES = 65_000;
/** The loops that the match of a text of 64 KB may take. */
const MAX_LOOPS_OF_PATTERN: Readonly<Record<Language, number>> = { nodejs: 40, python: 2 };

describeEachLanguage((language) => {
  let checker: SchemaProcess;
  let loopMs: number;

  beforeAll(async () => {
    checker = SchemaProcess.start(language);
    await checker.calibrate(ROUNDS);
    loopMs = await checker.calibrate(ROUNDS);
  });

  afterAll(async () => {
    await checker.stop();
  });

  test('a long text is matched in linear time, whatever the pattern', async () => {
    const generated = fc.sample(patternArbitrary, { numRuns: 10 * RUNS, seed: SEED });
    const patterns = [...FOUND_PATTERNS, ...EVERYDAY_PATTERNS.map(({ pattern }) => pattern), ...generated];
    const automata = patterns.flatMap(compileIfSupported);
    const results = await checker.time(null, automata.map((automaton) => ['matches', automaton, longWalk(automaton)]));
    const slowest = Math.max(...results.map(({ cpuMs }) => cpuMs));
    expect(slowest / loopMs).toBeLessThan(MAX_LOOPS_OF_PATTERN[language]);
  }, 60_000 + RUNS * 1000);

  test('a profile is checked in time that grows with its size, whatever the schema', async () => {
    const calls = Object.values(COSTLY_PROFILES).map((profile) => ['check', profile, profile, null] as const);
    for (const document of fc.sample(costlySchema, { numRuns: RUNS, seed: SEED })) {
      const results: Timed<{ violations: unknown[] }>[] = await checker.time(document, calls);
      for (const [index, { result, cpuMs }] of results.entries()) {
        const profile = Object.keys(COSTLY_PROFILES)[index];
        const bytes = Buffer.byteLength(JSON.stringify(result.violations));
        const isGood = cpuMs / loopMs <= MAX_LOOPS[language] && bytes <= MAX_BYTES;
        expect(isGood ? 'good' : `${profile}: ${cpuMs / loopMs} loops, ${bytes} bytes, by ${JSON.stringify(document)}`).toBe('good');
      }
    }
  }, 60_000 + RUNS * 10_000);

  test.each(FOUND)('$name', async ({ schema, profile }) => {
    const [{ result, cpuMs }] = await checker.time(documentOf(schema), [['check', profile, profile, null]]);
    expect(Buffer.byteLength(JSON.stringify(result.violations))).toBeLessThan(MAX_BYTES);
    expect(cpuMs / loopMs).toBeLessThan(MAX_LOOPS[language]);
  });

  test('many read-only properties and many others are kept in linear time', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `r${index}`);
    const document = documentOf({ type: 'object', properties: Object.fromEntries(names.map((name) => [name, { readOnly: true }])) });
    const stored = Object.fromEntries(names.map((name) => [name, 0]));
    const sent = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [index.toString(36), 0]));
    const [{ result, cpuMs }] = await checker.time(document, [['keepReadOnly', sent, stored]]);
    expect(result).toEqual({ ...sent, ...stored });
    expect(cpuMs / loopMs).toBeLessThan(MAX_LOOPS_OF_PATTERN[language]);
  });
});

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
