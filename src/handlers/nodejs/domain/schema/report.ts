import details from '../../../shared/schema-details.json';
import type { Violation } from '../problem';

/** The most violations that are reported. */
const MAX_VIOLATIONS = 100;
/** The most bytes of a pointer in a response, so that 100 violations stay within 64 KiB. */
const MAX_POINTER_BYTES = 500;

/** Collects the violations of a profile, as many as are reported. */
export class Report {
  /** The names and indexes that lead to the value that is being checked. */
  public readonly path: (string | number)[] = [];
  private readonly found = new Map<string, Violation>();
  private hasMoreViolations = false;

  /** Adds a keyword that the value is in violation of, or one of its properties. */
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

  /** Whether there are more violations than are reported, so that there is no need to look for others. */
  public get hasMore(): boolean {
    return this.hasMoreViolations;
  }

  /** The violations by place, in the order of UTF-16 that JavaScript sorts texts by. */
  public get violations(): Violation[] {
    return [...this.found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, violation]) => violation);
  }
}

/** The JSON pointer (RFC 6901) of a path, or of as much of it from the start as a response has room for. */
function pointerTo(path: readonly (string | number)[]): string {
  let pointer = '';
  let bytes = 0;
  for (const part of path) {
    const name = String(part);
    // To escape a long name would take time for each violation in it.
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
