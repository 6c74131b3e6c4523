import { Problem, ProblemCode } from './problem';

/** A JSON value as `JSON.parse` makes it, or one that has others in it. */
export type JsonValue<Other = never> = null | boolean | number | string | JsonValue<Other>[] | JsonObject<Other> | Other;
export interface JsonObject<Other = never> { [key: string]: JsonValue<Other> }

/** DynamoDB nests 32 levels deep, of which the attribute that holds the profile takes one. */
const MAX_DEPTH = 31;
/** The smallest magnitude of a DynamoDB number. */
const MIN_MAGNITUDE = 1e-130;
/** The longest name of a DynamoDB attribute, in bytes of UTF-8. */
const MAX_KEY_BYTES = 65535;

/** Refused values in the order in which they are reported, so that a value with two faults gets one answer everywhere. */
const REFUSALS = ['empty-key', 'reserved-key', 'key-too-long', 'lone-surrogate', 'number-out-of-range'] as const satisfies ProblemCode[];
type Refusal = typeof REFUSALS[number];

/**
 * Reads a JSON object, all of which reads back equal from DynamoDB.
 *
 * @throws Problem when the text is not JSON, not an object, or has what can't be kept
 */
export function parseJsonObject(text: string): JsonObject {
  requireShallow(text);
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Problem('not-an-object');
  }
  const refused = new Set<Refusal>();
  collectRefusals(value, refused);
  for (const refusal of REFUSALS) {
    if (refused.has(refusal)) {
      throw new Problem(refusal);
    }
  }
  return value;
}

/**
 * Counts brackets before parsing, because a parser may recurse until its stack ends.
 *
 * A backslash escapes a quote outside of strings too, where no JSON has one, because the Python handlers count that way.
 */
function requireShallow(text: string): void {
  let depth = 0;
  let inString = false;
  for (let position = 0; position < text.length; position += 1) {
    switch (text[position]) {
      case '\\':
        if (text[position + 1] === '\\' || text[position + 1] === '"') {
          position += 1;
        }
        break;
      case '"':
        inString = !inString;
        break;
      case '[':
      case '{':
        depth += inString ? 0 : 1;
        if (depth > MAX_DEPTH) {
          throw new Problem('too-deeply-nested');
        }
        break;
      case ']':
      case '}':
        depth -= inString ? 0 : 1;
        break;
    }
  }
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the body.
    throw new Problem('malformed-json');
  }
}

function collectRefusals(value: JsonValue, refused: Set<Refusal>): void {
  if (typeof value === 'number') {
    const magnitude = Math.abs(value);
    if (magnitude > Number.MAX_SAFE_INTEGER || (magnitude < MIN_MAGNITUDE && magnitude !== 0)) {
      refused.add('number-out-of-range');
    }
  } else if (typeof value === 'string') {
    if (!value.isWellFormed()) {
      refused.add('lone-surrogate');
    }
  } else if (Array.isArray(value)) {
    for (const element of value) {
      collectRefusals(element, refused);
    }
  } else if (value !== null && typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) {
      collectKeyRefusals(key, refused);
      collectRefusals(member, refused);
    }
  }
}

function collectKeyRefusals(key: string, refused: Set<Refusal>): void {
  if (key === '') {
    refused.add('empty-key');
  } else if (key === '__proto__') {
    refused.add('reserved-key');
  } else if (!key.isWellFormed()) {
    refused.add('lone-surrogate');
  } else if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
    refused.add('key-too-long');
  }
}
