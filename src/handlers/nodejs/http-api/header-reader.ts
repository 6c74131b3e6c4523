const TOKEN_CHARACTERS = new Set("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

/**
 * Reads the value of a header from its start, one part after the other (RFC 9110 section 5.6).
 *
 * Each method takes the whole part, or nothing. A parser that goes on only after a part that is taken needs time in proportion to
 * the length of the value.
 */
export class HeaderReader {
  private position = 0;

  constructor(private readonly value: string) {}

  /** Whether all of the value is taken. */
  public get isAtEnd(): boolean {
    return this.position === this.value.length;
  }

  /** Takes this text. */
  public take(text: string): boolean {
    const isNext = this.value.startsWith(text, this.position);
    if (isNext) {
      this.position += text.length;
    }
    return isNext;
  }

  /** Takes spaces and tabs, of which there may be none. */
  public takeSpace(): void {
    this.takeWhile((character) => character === ' ' || character === '\t');
  }

  /** Takes a token. */
  public takeToken(): string | undefined {
    const start = this.position;
    this.takeWhile((character) => TOKEN_CHARACTERS.has(character));
    return this.position > start ? this.takenFrom(start) : undefined;
  }

  /** Takes a quoted string, and returns it as it is written. */
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

  /** Takes an entity tag (section 8.8.3), and returns it as it is written. */
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

/** A visible character of ASCII, a space, a tab, or a byte above ASCII. */
function isText(character: string): boolean {
  return character === '\t' || (character >= ' ' && character <= '~') || (character >= '\x80' && character <= '\xff');
}
