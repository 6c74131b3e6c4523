import type { JsonValue } from '../rules/json';

/** A text that equal values share, whatever the order of their keys, and no others. */
export function canonicalText(value: JsonValue): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalText).join()}]`;
  }
  if (value !== null && typeof value === 'object') {
    return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonicalText(value[key])}`).join()}}`;
  }
  return JSON.stringify(value);
}

/** The JSON pointer (RFC 6901) to a member. */
export function memberPointer(parent: string, name: string): string {
  return `${parent}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Compares as Python does, by code points, where JavaScript would by UTF-16 units. */
export function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
