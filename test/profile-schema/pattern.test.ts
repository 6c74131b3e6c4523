import { execFileSync } from 'child_process';
import fc from 'fast-check';
import { parsePattern, renderPattern, UnsupportedPatternError } from '../../src/profile-schema/pattern';
import { requireUnambiguousLoops } from '../../src/profile-schema/pattern-ambiguity';
import { requireLowCost } from '../../src/profile-schema/pattern-cost';
import { describeWithPython } from '../support/languages';
import { pythonInterpreter } from '../support/python';

function accept(pattern: string, maxLength = 10, canBound = true): string {
  const parsed = parsePattern(pattern);
  requireUnambiguousLoops(parsed);
  requireLowCost(parsed, maxLength, canBound);
  return renderPattern(parsed);
}

describe('accepts', () => {
  test.each([
    ['nothing', ''],
    ['a slug', '^[a-z0-9]+(?:-[a-z0-9]+)*$'],
    ['a date', '^\\d{4}-\\d{2}-\\d{2}$'],
    ['an e-mail address', '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$'],
    ['a UUID', '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$'],
    ['an IPv4 address', '^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)$'],
    ['a URL', '^https?://[^\\s/$.?#].[^\\s]*$'],
    ['a password rule', '^(?=.*[A-Z])(?=.*\\d)(?!.*\\s).{8,}$'],
    ['lists of words', '^(?:red|green|blue)(?:,(?:red|green|blue))*$'],
    ['lazy repetitions', 'a+?b*?c??d{2,3}?'],
    ['all escapes of a character', '\\t\\n\\v\\f\\r\\0\\x41\\u0041\\u{41}\\ud83d\\ude00\\u{1F600}\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/'],
    ['classes', '[a-c\\d\\-x][^\\w\\S-]'],
    ['any character', '[^][\\s\\S]'],
    ['a count of 1000', 'a{1000}b{0,1000}c{1000,}'],
    ['10 rounds of what is ambiguous', '^(?:a|a){10}$'],
    ['a word list of 1900 characters', Array.from({ length: 190 }, (_, index) => `word${String(index).padStart(6, '0')}`).join('|')],
  ])('%s', (_, pattern) => {
    expect(() => accept(pattern)).not.toThrow();
  });
});

describe('refuses', () => {
  test.each([
    ['what is no pattern', '(', 'is not a regular expression of ECMA-262 with Unicode; correct it'],
    ['an escape that Unicode does not allow', '\\-', 'is not a regular expression'],
    ['a possessive repetition of Python', 'a++', 'is not a regular expression'],
    ['a Unicode property', '^\\p{L}+$', 'has \\p, which the two languages do not share'],
    ['a word boundary', '\\bfoo', 'has \\b, which'],
    ['a back reference', '(a)\\1', 'has \\1, which'],
    ['a control escape', '\\cA', 'has \\c, which'],
    ['a named group', '(?<a>x)', 'has a lookbehind, a named group or a modifier'],
    ['a lookbehind', '(?<=a)b', 'has a lookbehind'],
    ['a negative lookbehind', '(?<!a)b', 'has a lookbehind'],
    ['a lone surrogate', '\\ud800', 'has a lone surrogate'],
    ['a class of nothing', '[]', 'has a class without characters'],
    ['a class of nothing, by negation', '[^\\s\\S]', 'has a class without characters'],
    ['a count of 1001', 'a{1001}', 'counts above 1000'],
    ['a count to 1001', 'a{0,1001}', 'counts above 1000'],
    ['51 groups in each other', `${'('.repeat(50)}a${')'.repeat(50)}`, 'nests more than 50 groups'],
    ['nested repetitions', '^(a+)+$', 'repeats what can match one text in two ways'],
    ['alternatives that overlap in a repetition', '(?:a|aa)+', 'in two ways'],
    ['equal alternatives in a repetition', '(?:\\w|\\d)*x', 'in two ways'],
    ['repetitions side by side in a repetition', '(?:x+x+)+y', 'in two ways'],
    ['a separator that may be missing', '^(?:[a-z]+,?)*$', 'in two ways'],
    ['nothing in two ways in a repetition', '(?:(?:b?|c?)x)*', 'in two ways'],
    ['nested repetitions in a lookahead', '(?=(a+)+$)a', 'in two ways'],
    ['11 rounds of what is ambiguous', '^(?:a|a){11}$', 'can take minutes'],
    ['17 rounds of what is ambiguous', '^(?:a|a){17}$', 'in two ways'],
    ['4 rounds of 5 of what is ambiguous', '^(?:(?:a|a){5}){4}$', 'in two ways'],
    ['a repetition of nothing', '(?:a?)*', 'repeats what can match the empty string'],
    ['many repetitions of nothing', '^(?:a?){30}a{30}$', 'repeats what can match the empty string'],
    ['a word list of 2100 characters', Array.from({ length: 210 }, (_, index) => `word${String(index).padStart(6, '0')}`).join('|'), 'is too complex'],
  ])('%s', (_, pattern, message) => {
    expect(() => accept(pattern)).toThrow(message);
  });
});

describe('however long a text is, accepts', () => {
  test.each([
    ['what is not repeated', '[a-z]'],
    ['one repetition to the end', '^.*$'],
    ['a slug', '^[a-z0-9]+(?:-[a-z0-9]+)*$'],
    ['an e-mail address of clear parts', '^[^@\\s]+@[^@\\s.]+(?:\\.[^@\\s.]+)+$'],
    ['a URL', '^https?://[^\\s/$.?#].[^\\s]*$'],
    ['names', "^[A-Za-z]+(?:[ '-][A-Za-z]+)*$"],
    ['a list of words', '^(?:red|green|blue)(?:,(?:red|green|blue))*$'],
    ['a lookahead of clear parts', '^(?=[^\\d]*\\d)[a-z\\d]{8,}$'],
    ['up to 1500 of anything before one thing', '^.{0,1000}x|^.{0,400}y'],
  ])('%s', (_, pattern) => {
    expect(() => accept(pattern, Infinity, false)).not.toThrow();
  });
});

describe('limits the length of texts for', () => {
  test.each([
    ['a repetition that is searched for', '[a-z]+0', 1525],
    ['a search to the end', '\\d+$', 1525],
    ['an end that is not clear', '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$', 1525],
    ['two ends that are not clear', '^\\S+@\\S+\\.\\S+$', 55],
    ['three ends that are not clear', '^.*a.*b.*c$', 20],
    ['an end that is not clear, in a lookahead', '^(?=.*[A-Z])(?=.*\\d).{8,}$', 1525],
    ['one alternative of two', '^(?:a|.*b)$', 762],
  ])('%s', (_, pattern, longest) => {
    expect(() => accept(pattern, longest)).not.toThrow();
    expect(() => accept(pattern, longest + 1)).toThrow(`put a maxLength of at most ${longest} beside it, or begin it with ^`);
    expect(() => accept(pattern, Infinity, false)).toThrow('can take minutes to find that a long text does not match; begin it with ^');
  });

  test.each([
    ['two counts up to 1000 of anything', '^.{0,1000}.{0,1000}x$'],
  ])('%s, which no length makes short', (_, pattern) => {
    expect(() => accept(pattern, 1)).toThrow('can take minutes to find that a long text does not match; begin it with ^');
  });
});

/** Patterns of what is accepted, and texts of the characters in which the languages differ. */
const atom = fc.constantFrom('a', 'b', '-', '.', '\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '[a-c]', '[^a]', '[\\d_-]', '[^\\W\\d]', '\\n', '^', '$', '\\u{1d4b3}', '\u00e9', '\\x5b', '[[&&||~~-]');
const quantified = fc.tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '+?', '*?'))
  .map(([part, quantifier]) => (part === '^' || part === '$' ? part : part + quantifier));
const pattern = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small' },
    fc.array(quantified, { maxLength: 4 }).map((parts) => parts.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `${a}|${b}`),
    fc.tuple(tie('pattern'), fc.constantFrom('', '{2}', '?', '*'), quantified).map(([a, quantifier, b]) => `(${a})${quantifier}${b}`),
    fc.tuple(fc.constantFrom('=', '!'), tie('pattern'), quantified).map(([kind, a, b]) => `(?${kind}${a})${b}`),
  ),
})).pattern;
const text = fc.array(fc.constantFrom('a', 'b', 'c', '1', '_', '-', ' ', '.', '[', '&', '\n', '\r', '\u0085', '\u2028', '\u00a0', '\ufeff', '\u001c', '\u0661', '\u00e9', '\u{1d4b3}', '\u017f', '\u212a'), { maxLength: 6 })
  .map((characters) => characters.join(''));

/**
 * Whether a pattern matches, tried at each code point as ECMA-262 says (RegExpBuiltinExec, AdvanceStringIndex).
 * Left to itself V8 also tries within surrogate pairs, where `(?![^a]*$)` then finds neither a character nor the end.
 */
function matches(source: string, candidate: string): boolean {
  const sticky = new RegExp(source, 'uy');
  return [...candidate, ''].some((_, index, characters) => {
    sticky.lastIndex = characters.slice(0, index).join('').length;
    return sticky.test(candidate);
  });
}

const PYTHON = `
import json, re, sys
print(json.dumps([[re.search(pattern, text) is not None for text in texts] for pattern, texts in json.load(sys.stdin)]))
`;

test('a pattern as it is deployed does not match within a surrogate pair', () => {
  const source = '(?![^a]*$)\\S?';
  expect(matches(source, '\u{1d4b3}')).toBe(false);
  expect(new RegExp(accept(source), 'u').test('\u{1d4b3}')).toBe(false);
});

describeWithPython('in both languages', () => {
  test('a pattern as it is deployed matches what it matches as it is given', () => {
    const patternsAndTexts = fc.tuple(pattern, fc.array(text, { minLength: 10, maxLength: 10 }));
    const samples = fc.sample(patternsAndTexts, { numRuns: 3000, seed: 20261122 }).flatMap(([source, texts]) => {
      try {
        return [{ source, rendered: accept(source), texts }];
      } catch (error) {
        if (error instanceof UnsupportedPatternError) {
          return [];
        }
        throw error;
      }
    });
    expect(samples.length).toBeGreaterThan(1500);
    const expected = samples.map(({ source, texts }) => texts.map((candidate) => matches(source, candidate)));
    expect(samples.map(({ rendered, texts }) => texts.map((candidate) => new RegExp(rendered, 'u').test(candidate)))).toEqual(expected);
    const input = JSON.stringify(samples.map(({ rendered, texts }) => [rendered, texts]));
    const ofPython = JSON.parse(execFileSync(pythonInterpreter(), ['-W', 'error', '-c', PYTHON], { input, encoding: 'utf-8', maxBuffer: 2 ** 26 }));
    samples.forEach(({ source, rendered, texts }, index) => {
      expect({ source, rendered, texts, matched: ofPython[index] }).toEqual({ source, rendered, texts, matched: expected[index] });
    });
    // Else the texts would say little about the patterns.
    expect(expected.flat().filter(Boolean).length).toBeGreaterThan(samples.length);
  });
});
