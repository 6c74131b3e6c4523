import fc from 'fast-check';
import { Automaton, compilePattern } from '../../src/profile-schema/pattern/automaton';
import { UnsupportedPatternError } from '../../src/profile-schema/pattern/parser';

const atom = fc.constantFrom(
  'a', 'b', '-', '.', '\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '[a-c]', '[^a]', '[\\d_-]', '[^\\W\\d]', '\\n', '^', '$', '\\u{1d4b3}', '\u00e9',
  '\\x5b', '\\cJ', '\\p{L}', '[^\\p{L}\\d]', '[[&&||~~-]', '[]',
);
const quantifier = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '{0,2}', '{2,}', '+?', '*?');
const quantified = fc.tuple(atom, quantifier).map(([part, suffix]) => (part === '^' || part === '$' ? part : part + suffix));

/** Patterns of all that is supported, small enough to be compiled. */
export const patternArbitrary = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small' },
    fc.array(quantified, { maxLength: 4 }).map((parts) => parts.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `${a}|${b}`),
    fc.tuple(tie('pattern'), quantifier, quantified).map(([a, suffix, b]) => `(${a})${suffix}${b}`),
    fc.tuple(fc.constantFrom('=', '!'), tie('pattern'), quantified).map(([kind, a, b]) => `(?${kind}${a})${b}`),
    fc.tuple(quantified, fc.constantFrom('=', '!'), tie('pattern'), quantified, quantifier)
      .map(([a, kind, b, c, suffix]) => `(?:${a}(?${kind}${b})${c})${suffix}`),
  ),
})).pattern;

/** Texts of the characters in which regular expressions of different languages differ. */
export const textArbitrary = fc.array(
  fc.constantFrom(
    'a', 'b', 'c', '1', '_', '-', ' ', '.', '[', '&', '\n', '\r', '\u0085', '\u2028', '\u00a0', '\ufeff', '\u001c', '\u0661', '\u00e9', '\u{1d4b3}',
    '\u017f', '\u212a',
  ),
  { maxLength: 6 },
).map((characters) => characters.join(''));

/**
 * Whether a pattern matches, tried at each code point as ECMA-262 says (RegExpBuiltinExec, AdvanceStringIndex).
 * Left to itself V8 also tries within surrogate pairs, where `(?![^a]*$)` then finds neither a character nor the end.
 */
export function matchesInEcmaScript(source: string, text: string): boolean {
  const sticky = new RegExp(source, 'uy');
  return [...text, ''].some((_, index, characters) => {
    sticky.lastIndex = characters.slice(0, index).join('').length;
    return sticky.test(text);
  });
}

/** Compiles a pattern if its table is small enough: lookaheads of unlimited reach in repetitions may need too large a one. */
export function compileIfSupported(source: string): Automaton[] {
  try {
    return [compilePattern(source)];
  } catch (error) {
    if (error instanceof UnsupportedPatternError) {
      return [];
    }
    throw error;
  }
}
