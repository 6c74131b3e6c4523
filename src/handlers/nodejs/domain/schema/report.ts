import details from '../../../shared/schema-details.json';
import type { Violation } from '../problem';

/** The maximum number of violations in a response. */
const MAX_VIOLATIONS = 100;
/** The maximum length of a pointer in bytes, so that 100 violations fit in 64 KiB. */
const MAX_POINTER_BYTES = 500;

/** Collects the violations of a profile, up to the limit of a response. */
export class Report {
  /** The path of the current value, as names and indexes. */
  public readonly path: (string | number)[] = [];
  private readonly found = new Map<string, Violation>();
  private hasMoreViolations = false;

  /** Adds a violation of a keyword by the current value or by one of its properties. */
  public add(keyword: string, property?: string): void {
    const pointer = pointerTo(property === undefined ? this.path : [...this.path, property]);
    const key = `${pointer} ${keyword}`;
    if (this.found.has(key)) {
      return;
    }
    if (this.found.size < MAX_VIOLATIONS) {
      this.found.set(key, { pointer, keyword, detail: details[keyword as keyof typeof details] });
    } else {
      this.hasMoreViolations = true;
    }
  }

  /** Whether there are more violations than are reported. Validation can stop then. */
  public get hasMore(): boolean {
    return this.hasMoreViolations;
  }

  /** The violations, sorted by pointer and keyword in UTF-16 order, which is the default in JavaScript. */
  public get violations(): Violation[] {
    return [...this.found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, violation]) => violation);
  }
}

/** Returns the JSON pointer (RFC 6901) of a path, truncated to the maximum length. */
function pointerTo(path: readonly (string | number)[]): string {
  let pointer = '';
  let bytes = 0;
  for (const part of path) {
    const name = String(part);
    // Skip long names, because escaping them for each violation is slow.
    if (name.length > MAX_POINTER_BYTES) {
      break;
    }
    const token = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    bytes += Buffer.byteLength(JSON.stringify(token)) - 2;
    if (bytes > MAX_POINTER_BYTES) {
      break;
    }
    pointer += token;
  }
  return pointer;
}
