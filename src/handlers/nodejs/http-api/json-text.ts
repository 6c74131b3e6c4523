import { JsonObject, JsonValue } from '../domain/json';
import { Problem } from '../domain/problem';

/**
 * Reads a JSON object.
 *
 * @param maxDepth the most objects and arrays that may be nested, the outermost included
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
 * Counts brackets before parsing, because a parser may recurse until its stack ends.
 *
 * A backslash escapes a quote outside of strings too, where no JSON has one, because the Python handlers count that way.
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
    // The parser's message quotes the body.
    throw new Problem('malformed-json');
  }
}
