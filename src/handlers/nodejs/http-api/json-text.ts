import { JsonObject, JsonValue } from '../domain/json';
import { Problem } from '../domain/problem';

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
 * Treats a backslash outside of strings as an escape too, as the Python handlers do. Such text is never JSON.
 */
function requireShallow(text: string, maxDepth: number): void {
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
        if (depth > maxDepth) {
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
    // Omit the cause: the message of the parser quotes the body.
    throw new Problem('malformed-json');
  }
}
