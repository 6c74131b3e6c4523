import type { JsonObject, JsonValue } from '../json';

/** Whether two JSON values are equal, regardless of key order. */
export function isEqual(a: JsonValue, b: JsonValue): boolean {
  if (!isContainer(a) || !isContainer(b)) {
    return a === b;
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  }
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]));
}

/** Assigns the same number to equal values, in linear time. */
export class EqualityClasses {
  private readonly scalars = new Map<JsonValue, number>();
  private readonly contents = new Map<string, number>();
  /** Caches the numbers of lists and objects, so that each is visited once. */
  private readonly known = new Map<JsonValue, number>();

  public of(value: JsonValue): number {
    if (!isContainer(value)) {
      return numberOf(this.scalars, value);
    }
    // Even numbers for scalars, odd ones for lists and objects.
    const known = this.known.get(value) ?? numberOf(this.contents, this.contentOf(value)) + 1;
    this.known.set(value, known);
    return known;
  }

  private contentOf(value: JsonValue[] | JsonObject): string {
    return Array.isArray(value)
      ? `[${value.map((item) => this.of(item)).join()}]`
      : Object.keys(value).sort().map((key) => `${this.of(key)}:${this.of(value[key])}`).join();
  }
}

function numberOf<T>(numbers: Map<T, number>, value: T): number {
  const known = numbers.get(value) ?? 2 * numbers.size;
  numbers.set(value, known);
  return known;
}

function isContainer(value: JsonValue): value is JsonValue[] | JsonObject {
  return typeof value === 'object' && value !== null;
}
