/** Writes a value as a line of JSON. For `readline` of newer Node.js versions, the separators U+2028 and U+2029 end a line as well. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;
}
