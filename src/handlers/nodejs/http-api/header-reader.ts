const TOKEN_CHARACTERS = new Set("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

/**
 * Parses a header value from left to right (RFC 9110 section 5.6).
 *
 * Each method consumes a complete element or nothing. A parser that repeats only after it consumed an element takes linear time.
 */
export class HeaderReader {
  private position = 0;

  constructor(private readonly value: string) {}

  /** Whether the complete value is consumed. */
  public get isAtEnd(): boolean {
    return this.position === this.value.length;
  }

  /** Consumes the text if it is next. */
  public take(text: string): boolean {
    const isNext = this.value.startsWith(text, this.position);
    if (isNext) {
      this.position += text.length;
    }
    return isNext;
  }

  /** Consumes spaces and tabs, if any. */
  public takeSpace(): void {
    this.takeWhile((character) => character === ' ' || character === '\t');
  }

  /** Consumes a token. */
  public takeToken(): string | undefined {
    const start = this.position;
    this.takeWhile((character) => TOKEN_CHARACTERS.has(character));
    return this.position > start ? this.takenFrom(start) : undefined;
  }

  /** Consumes a quoted string and returns it with its quotes. */
  public takeQuotedString(): string | undefined {
    const start = this.position;
    if (this.take('"')) {
      do {
        this.takeWhile((character) => isText(character) && !'"\\'.includes(character));
      } while (this.takeQuotedPair());
      if (this.take('"')) {
        return this.takenFrom(start);
      }
    }
    this.position = start;
    return undefined;
  }

  /** Consumes an entity tag (section 8.8.3) and returns it with its quotes. */
  public takeEntityTag(): string | undefined {
    const start = this.position;
    this.take('W/');
    if (this.take('"')) {
      this.takeWhile((character) => isText(character) && !'"\t '.includes(character));
      if (this.take('"')) {
        return this.takenFrom(start);
      }
    }
    this.position = start;
    return undefined;
  }

  private takeQuotedPair(): boolean {
    const isNext = this.value[this.position] === '\\' && isText(this.value.charAt(this.position + 1));
    if (isNext) {
      this.position += 2;
    }
    return isNext;
  }

  private takeWhile(isPart: (character: string) => boolean): void {
    while (!this.isAtEnd && isPart(this.value[this.position])) {
      this.position += 1;
    }
  }

  private takenFrom(start: number): string {
    return this.value.slice(start, this.position);
  }
}

/** Whether it is a visible ASCII character, a space, a tab, or obs-text (a byte above ASCII). */
function isText(character: string): boolean {
  return character === '\t' || (character >= ' ' && character <= '~') || (character >= '\x80' && character <= '\xff');
}
