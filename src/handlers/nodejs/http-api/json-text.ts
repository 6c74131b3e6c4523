import { JsonObject, JsonValue } from '../domain/json';
import { Problem } from '../domain/problem';

const QUOTATION_MARK = 0x22;
const BACKSLASH = 0x5c;
const OPENING_BRACKET = 0x5b;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACKET = 0x5d;
const CLOSING_BRACE = 0x7d;

/**
 * Parses a JSON object.
 *
 * @param maxDepth the maximum nesting depth, including the outermost object
 * @throws Problem `too-deeply-nested`, `malformed-json` or `not-an-object`
 */
export function parseJsonObject(text: string, maxDepth: number): JsonObject {
  requireShallow(text, maxDepth);
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Problem('not-an-object');
  }
  return value;
}

/**
 * Counts brackets before parsing, because deep nesting could overflow the stack of the parser.
 *
 * Treats a backslash outside of strings as an escape too, as the Python handlers do. Such text is never JSON. Compares codes, which is
 * faster than characters.
 */
function requireShallow(text: string, maxDepth: number): void {
  let depth = 0;
  let inString = false;
  for (let position = 0; position < text.length; position += 1) {
    switch (text.charCodeAt(position)) {
      case BACKSLASH:
        if (text.charCodeAt(position + 1) === BACKSLASH || text.charCodeAt(position + 1) === QUOTATION_MARK) {
          position += 1;
        }
        break;
      case QUOTATION_MARK:
        inString = !inString;
        break;
      case OPENING_BRACKET:
      case OPENING_BRACE:
        depth += inString ? 0 : 1;
        if (depth > maxDepth) {
          throw new Problem('too-deeply-nested');
        }
        break;
      case CLOSING_BRACKET:
      case CLOSING_BRACE:
        depth -= inString ? 0 : 1;
        break;
    }
  }
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    // Omit the cause: the message of the parser quotes the body.
    throw new Problem('malformed-json');
  }
}
