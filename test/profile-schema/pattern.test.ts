import fc from 'fast-check';
import { EVERYDAY_PATTERNS } from './everyday-patterns';
import { compileIfSupported, matchesInEcmaScript, patternArbitrary, textArbitrary } from './pattern-arbitraries';
import { matches } from '../../src/handlers/nodejs/domain/schema/pattern';
import { Automaton, compilePattern } from '../../src/profile-schema/pattern/automaton';
import { GENERAL_CATEGORIES, UNICODE_VERSION } from '../../src/profile-schema/pattern/general-categories';
import { UnsupportedPatternError } from '../../src/profile-schema/pattern/parser';
import { describeWithPython } from '../support/drivers/languages';
import { SchemaProcess } from '../support/drivers/schema-process';

/** What the automata of patterns may take in `schema.json`. */
const MAX_BYTES = 25_000;

function sizeOf(automaton: Automaton): number {
  return JSON.stringify(automaton).length;
}

describe.each(EVERYDAY_PATTERNS)('$name', ({ pattern, matching, other }) => {
  const automaton = compilePattern(pattern);

  test('has a small automaton', () => {
    expect(sizeOf(automaton)).toBeLessThan(MAX_BYTES);
  });

  test.each(matching)('matches %j', (text) => {
    expect(new RegExp(pattern, 'u').test(text)).toBe(true);
    expect(matches(automaton, text)).toBe(true);
  });

  test.each(other)('does not match %j', (text) => {
    expect(new RegExp(pattern, 'u').test(text)).toBe(false);
    expect(matches(automaton, text)).toBe(false);
  });
});

describe('accepts', () => {
  test.each([
    ['nothing', ''],
    ['lazy repetitions', 'a+?b*?c??d{2,3}?'],
    ['all escapes of a character', '\\t\\n\\v\\f\\r\\0\\x41\\u0041\\u{41}\\ud83d\\ude00\\u{1F600}\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/'],
    ['classes', '[a-c\\d\\-x][^\\w\\S-]'],
    ['any character', '[^][\\s\\S]'],
    ['no character', 'a|[]|[^\\s\\S]'],
    ['a control escape', '\\cA[\\cz]'],
    ['a general category by its long name', '\\p{Letter}\\P{General_Category=Decimal_Number}\\p{gc=Lu}'],
    ['a named group', '^(?<year>\\d{4})$'],
    ['a count of 1000', '^a{1000}b{0,1000}$'],
    ['a search for counts of 1000', 'a{1,1000}a{1,1000}b'],
    ['nested repetitions', '^(a+)+$'],
    ['alternatives that overlap in a repetition', '^(?:a|aa)+$'],
    ['repetitions of nothing', '^(?:a?){30}a{30}$'],
    ['a lookahead in a repetition', '^(?:(?!--).)*$'],
    ['a list of 500 words', Array.from({ length: 500 }, (_, index) => `word${index}`).join('|')],
  ])('%s', (_, pattern) => {
    expect(() => compilePattern(pattern)).not.toThrow();
  });
});

describe('refuses', () => {
  test.each([
    ['what is no pattern', '(', 'is not a regular expression of ECMA-262 with Unicode; correct it'],
    ['an escape that Unicode does not allow', '\\-', 'is not a regular expression'],
    ['a possessive repetition of Python', 'a++', 'is not a regular expression'],
    ['a Unicode property that is no general category', '\\p{Script=Greek}', 'has the Unicode property Script=Greek, which is not supported; use a general category, like \\p{L} for letters'],
    ['a word boundary', '\\bfoo', 'has \\b, which is not supported'],
    ['a backreference', '(a)\\1', 'has \\1, which is not supported'],
    ['a backreference by name', '(?<a>x)\\k<a>', 'has \\k, which is not supported'],
    ['a lookbehind', '(?<=a)b', 'has a lookbehind or a modifier'],
    ['a negative lookbehind', '(?<!a)b', 'has a lookbehind or a modifier'],
    ['a lone surrogate', '\\ud800', 'has a lone surrogate'],
    ['a count of 1001', 'a{1001}', 'counts above 1000'],
    ['a count to 1001', 'a{0,1001}', 'counts above 1000'],
    ['51 groups in each other', `${'('.repeat(50)}a${')'.repeat(50)}`, 'nests more than 50 groups'],
    ['counts in counts', '(?:(?:(?:a{0,10}){0,10}){0,10}){0,10}b', 'counts to more than 10000 characters in all'],
    ['two counts up to 1000 of anything', '^.{0,1000}.{0,1000}x$', 'needs too large a table to be matched in one pass'],
    ['a place counted from the end', '^.*a.{12}$', 'needs too large a table'],
    ['a length of its own beside lengths of parts', '^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$', 'use minLength and maxLength for lengths'],
    ['many lookaheads', '(?:(?=.*b)a?){300}$', 'needs too large a table'],
  ])('%s', (_, pattern, message) => {
    expect(() => compilePattern(pattern)).toThrow(UnsupportedPatternError);
    expect(() => compilePattern(pattern)).toThrow(message);
  });
});

const CATEGORIES = [...Object.keys(GENERAL_CATEGORIES), 'C', 'Cn', 'L', 'LC', 'M', 'N', 'P', 'S', 'Z', 'Lowercase_Letter', 'gc=Sc'];

test.each(CATEGORIES)('\\p{%s} is what Unicode says', (category) => {
  const expression = new RegExp(`^\\p{${category}}$`, 'u');
  const automaton = compilePattern(`^\\p{${category}}$`);
  const complement = compilePattern(`^\\P{${category}}$`);
  expect(sizeOf(automaton)).toBeLessThan(MAX_BYTES);
  // Steps of a prime number, so that all kinds of blocks are met; the categories of what an older Unicode lacks differ.
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += codePoint < 0x3000 ? 1 : 37) {
    const text = String.fromCodePoint(codePoint);
    if (!/\p{Surrogate}/u.test(text) && (process.versions.unicode === UNICODE_VERSION || !/\p{Unassigned}/u.test(text))) {
      const isMatch = expression.test(text);
      if (matches(automaton, text) !== isMatch || matches(complement, text) === isMatch) {
        throw new Error(`U+${codePoint.toString(16)} is matched differently.`);
      }
    }
  }
});

test('a pattern does not match within a surrogate pair', () => {
  const source = '(?![^a]*$)\\S?';
  expect(matchesInEcmaScript(source, '\u{1d4b3}')).toBe(false);
  expect(matches(compilePattern(source), '\u{1d4b3}')).toBe(false);
});

test('an automaton is the same each time', () => {
  expect(compilePattern('^(?=.*[A-Z])(?!.*\\s).{8,}$')).toEqual(compilePattern('^(?=.*[A-Z])(?!.*\\s).{8,}$'));
});

describeWithPython('generated patterns', () => {
  test('match in both languages what they match in ECMAScript', async () => {
    const patternsAndTexts = fc.tuple(patternArbitrary, fc.array(textArbitrary, { minLength: 10, maxLength: 10 }));
    const runs = Number(process.env.PROPERTY_RUNS ?? 3000);
    const samples = fc.sample(patternsAndTexts, { numRuns: runs, seed: 20261124 })
      .flatMap(([source, texts]) => compileIfSupported(source).map((automaton) => ({ source, texts, automaton })));
    expect(samples.length).toBeGreaterThan(0.99 * runs);
    const expected = samples.map(({ source, texts }) => texts.map((text) => matchesInEcmaScript(source, text)));
    const ofNode = samples.map(({ automaton, texts }) => texts.map((text) => matches(automaton, text)));
    const python = SchemaProcess.start('python');
    const calls = samples.flatMap(({ automaton, texts }) => texts.map((text) => ['matches', automaton, text] as const));
    const ofPython = await python.run(null, calls);
    await python.stop();
    samples.forEach(({ source, texts }, index) => {
      const results = { nodejs: ofNode[index], python: ofPython.slice(index * 10, index * 10 + 10) };
      expect({ source, texts, ...results }).toEqual({ source, texts, nodejs: expected[index], python: expected[index] });
    });
    // Else the texts would say little about the patterns.
    expect(expected.flat().filter(Boolean).length).toBeGreaterThan(samples.length);
    expect(expected.flat().filter((isMatch) => !isMatch).length).toBeGreaterThan(samples.length);
  }, 60_000);
});
