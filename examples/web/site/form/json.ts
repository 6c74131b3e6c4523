/** JSON values whose numbers are not rounded. A number that no double is equal to is a `RawNumber`. */
export type Json = string | number | boolean | null | RawNumber | Json[] | JsonObject;
export interface JsonObject { [name: string]: Json }

/** What `JSON.rawJSON()` returns: `JSON.stringify()` writes its text as it is. */
export interface RawNumber { readonly rawJSON: string }

// Browsers have both since Chrome 114, Firefox 135 and Safari 18.4. TypeScript's library does not declare them yet.
// https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/JSON/rawJSON
const json = JSON as unknown as {
  rawJSON?(text: string): RawNumber;
  isRawJSON?(value: unknown): boolean;
  parse(text: string, reviver: (name: string, value: Json, context?: { source?: string }) => Json): Json;
};

export function parseJson(text: string): Json {
  return json.parse(text, (_, value, context) => (
    typeof value === 'number' && context?.source !== undefined ? exactNumber(context.source) : value
  ));
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Returns the number that a text is, or undefined. */
export function numberIn(text: string): number | RawNumber | undefined {
  const number = NUMBER.test(text) ? exactNumber(text) : NaN;
  // Without `JSON.rawJSON()`, infinity would be sent as null, which removes the value.
  return typeof number === 'number' && !Number.isFinite(number) ? undefined : number;
}

/** Returns a number, as its text if the number can't be written with the same digits. */
function exactNumber(text: string): number | RawNumber {
  const number = Number(text);
  return digitsOf(String(number)) === digitsOf(text) ? number : json.rawJSON?.(text) ?? number;
}

/** Returns the significant digits of a number, and the power of ten that its last digit stands for. */
function digitsOf(text: string): string {
  const [, whole, fraction = '', exponent = '0'] = /^-?(\d+)(?:\.(\d+))?(?:e(.*))?$/i.exec(text) ?? [];
  if (whole === undefined) {
    return text;
  }
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  return significant === '' ? '0' : `${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isRawNumber(value);
}

export function isNumber(value: unknown): value is number | RawNumber {
  return typeof value === 'number' || isRawNumber(value);
}

function isRawNumber(value: unknown): value is RawNumber {
  return json.isRawJSON?.(value) ?? false;
}

/** Returns a value as a text for people: strings without quotes. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value, null, 2);
}

/** Returns the value at a path, or undefined if there is none. */
export function valueAt(profile: JsonObject | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined), profile);
}

/** Whether two values are the same JSON value. The order of members does not matter. */
export function equal(a: Json | undefined, b: Json | undefined): boolean {
  if (isObject(a) && isObject(b)) {
    const names = Object.keys(a);
    return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && equal(a[name], b[name]));
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => equal(item, b[index]));
  }
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}

/**
 * Returns the JSON merge patch that changes one object to another, or undefined if no patch does: a patch can't set a member to null.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7396
 */
export function mergePatch(from: JsonObject, to: JsonObject): JsonObject | undefined {
  // Without a prototype, `__proto__` is a member like any other, and the API can reject it.
  const patch: JsonObject = Object.create(null);
  for (const name of Object.keys(from)) {
    if (!Object.hasOwn(to, name)) {
      patch[name] = null;
    }
  }
  for (const [name, value] of Object.entries(to)) {
    const old = Object.hasOwn(from, name) ? from[name] : undefined;
    if (equal(old, value)) {
      continue;
    }
    const change = isObject(value) ? mergePatch(isObject(old) ? old : {}, value) : value;
    if (change === undefined || change === null) {
      return undefined;
    }
    patch[name] = change;
  }
  return patch;
}
