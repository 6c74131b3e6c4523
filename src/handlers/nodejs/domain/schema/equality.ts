import type { JsonObject, JsonValue } from '../json';

/** Whether two values are equal as JSON, whatever the order of their keys; `true` is not 1. */
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

/** Gives equal values the same number, in time that grows with their size alone. */
export class EqualityClasses {
  private readonly scalars = new Map<JsonValue, number>();
  private readonly contents = new Map<string, number>();
  /** So that a list within lists is read once. */
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
