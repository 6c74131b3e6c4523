import { CharacterSet, complement, DIGITS, LINE_ENDS, SPACE, union, WORD } from './character-set';
import { generalCategory } from './unicode-property';

/** A node of the syntax tree of a regular expression. */
export type PatternNode =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly min: number; readonly max: number }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'lookahead'; readonly negative: boolean; readonly part: PatternNode };

/** A pattern that can't be used. The message states the problem and the remedy. */
export class UnsupportedPatternError extends Error {}

/** The maximum count of a repetition. */
const MAX_COUNT = 1000;
const MAX_DEPTH = 50;
const CLASS_ESCAPES: Record<string, CharacterSet> = {
  d: DIGITS, D: complement(DIGITS), w: WORD, W: complement(WORD), s: SPACE, S: complement(SPACE),
};
const CONTROL_ESCAPES: Record<string, number> = { t: 0x09, n: 0x0a, v: 0x0b, f: 0x0c, r: 0x0d, 0: 0 };
const NUMERIC_ESCAPE = /^(?:x([0-9A-Fa-f]{2})|u([Dd][89ABab][0-9A-Fa-f]{2})\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]+)\})/;
const COUNT = /^\{(\d+)(?:(,)(\d*))?\}/;

/**
 * Parses a pattern of ECMA-262 with the u flag, as JSON Schema requires.
 *
 * @throws UnsupportedPatternError
 */
export function parsePattern(source: string): PatternNode {
  try {
    RegExp(source, 'u');
  } catch {
    throw new UnsupportedPatternError('is not a regular expression of ECMA-262 with Unicode; correct it');
  }
  return new PatternParser(source).parse();
}

/** Parses a valid regular expression of ECMA-262, and refuses unsupported features only. */
class PatternParser {
  private position = 0;
  private depth = 0;

  constructor(private readonly source: string) {}

  public parse(): PatternNode {
    return this.choice();
  }

  private choice(): PatternNode {
    if (++this.depth > MAX_DEPTH) {
      throw new UnsupportedPatternError(`nests more than ${MAX_DEPTH} groups; simplify it`);
    }
    const parts = [this.sequence()];
    while (this.take('|')) {
      parts.push(this.sequence());
    }
    this.depth -= 1;
    return parts.length === 1 ? parts[0] : { kind: 'choice', parts };
  }

  private sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.position < this.source.length && !this.at('|') && !this.at(')')) {
      parts.push(this.repeated(this.atom()));
    }
    return { kind: 'sequence', parts };
  }

  private repeated(part: PatternNode): PatternNode {
    const bounds = this.quantifier();
    // Laziness affects which text is matched, not whether it is matched.
    this.take('?');
    return bounds ? { kind: 'repeat', part, ...bounds } : part;
  }

  private quantifier(): { min: number; max: number } | undefined {
    if (this.take('*')) {
      return { min: 0, max: Infinity };
    }
    if (this.take('+')) {
      return { min: 1, max: Infinity };
    }
    if (this.take('?')) {
      return { min: 0, max: 1 };
    }
    const [text, min, comma, max] = COUNT.exec(this.source.slice(this.position)) ?? [];
    if (text === undefined) {
      return undefined;
    }
    this.position += text.length;
    const bounds = { min: Number(min), max: comma ? (max ? Number(max) : Infinity) : Number(min) };
    if (bounds.min > MAX_COUNT || (bounds.max > MAX_COUNT && bounds.max !== Infinity)) {
      throw new UnsupportedPatternError(`counts above ${MAX_COUNT}; use minLength and maxLength for lengths`);
    }
    return bounds;
  }

  private atom(): PatternNode {
    if (this.take('^')) {
      return { kind: 'start' };
    }
    if (this.take('$')) {
      return { kind: 'end' };
    }
    if (this.take('.')) {
      return { kind: 'set', set: complement(LINE_ENDS) };
    }
    if (this.take('(')) {
      return this.group();
    }
    if (this.take('[')) {
      return { kind: 'set', set: this.characterClass() };
    }
    return { kind: 'set', set: this.take('\\') ? this.escape() : this.literal() };
  }

  private group(): PatternNode {
    const negative = this.take('?!');
    const isLookahead = negative || this.take('?=');
    if (!isLookahead && !this.take('?:') && this.at('?')) {
      this.groupName();
    }
    const part = this.choice();
    this.take(')');
    return isLookahead ? { kind: 'lookahead', negative, part } : part;
  }

  /** Skips the name of a group. Only references use it, which are refused. */
  private groupName(): void {
    if (!this.at('?<') || this.at('?<=') || this.at('?<!')) {
      throw new UnsupportedPatternError('has a lookbehind or a modifier, which are not supported; leave it out');
    }
    this.position = this.source.indexOf('>', this.position) + 1;
  }

  private characterClass(): CharacterSet {
    const negated = this.take('^');
    const sets: CharacterSet[] = [];
    while (!this.take(']')) {
      const first = this.classMember();
      // A hyphen at the end is literal.
      if (this.at('-') && this.source[this.position + 1] !== ']') {
        this.take('-');
        sets.push([[first[0][0], this.classMember()[0][0]]]);
      } else {
        sets.push(first);
      }
    }
    return negated ? complement(union(sets)) : union(sets);
  }

  private classMember(): CharacterSet {
    return this.take('\\') ? this.escape() : this.literal();
  }

  private literal(): CharacterSet {
    const codePoint = this.source.codePointAt(this.position)!;
    this.position += codePoint > 0xffff ? 2 : 1;
    return single(codePoint);
  }

  private escape(): CharacterSet {
    const [text, hex, high, low, unit, point] = NUMERIC_ESCAPE.exec(this.source.slice(this.position)) ?? [];
    if (text !== undefined) {
      this.position += text.length;
      return single(high ? String.fromCharCode(parseInt(high, 16), parseInt(low, 16)).codePointAt(0)! : parseInt(hex ?? unit ?? point, 16));
    }
    if (this.at('p{') || this.at('P{')) {
      return this.property();
    }
    if (this.take('c')) {
      // The control character has the last five bits of the letter.
      this.position += 1;
      return single(this.source.charCodeAt(this.position - 1) % 32);
    }
    const character = this.source[this.position];
    this.position += 1;
    if (character in CLASS_ESCAPES) {
      return CLASS_ESCAPES[character];
    }
    if (character in CONTROL_ESCAPES) {
      return single(CONTROL_ESCAPES[character]);
    }
    if (/[\dA-Za-z]/.test(character)) {
      throw new UnsupportedPatternError(`has \\${character}, which is not supported; write it without backreferences and word boundaries`);
    }
    return single(character.codePointAt(0)!);
  }

  private property(): CharacterSet {
    const negated = this.at('P');
    const end = this.source.indexOf('}', this.position);
    const name = this.source.slice(this.position + 2, end);
    this.position = end + 1;
    const set = generalCategory(name);
    if (!set) {
      throw new UnsupportedPatternError(`has the Unicode property ${name}, which is not supported; use a general category, like \\p{L} for letters`);
    }
    return negated ? complement(set) : set;
  }

  private at(text: string): boolean {
    return this.source.startsWith(text, this.position);
  }

  private take(text: string): boolean {
    const taken = this.at(text);
    this.position += taken ? text.length : 0;
    return taken;
  }
}

function single(codePoint: number): CharacterSet {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
    throw new UnsupportedPatternError('has a lone surrogate, which no profile can have; leave it out');
  }
  return [[codePoint, codePoint]];
}
