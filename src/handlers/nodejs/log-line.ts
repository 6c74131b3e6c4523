/** Writes one line of JSON to standard output directly, because the format of the runtime's console differs by language. */
export function writeLine(level: 'INFO' | 'WARN' | 'ERROR', members: object): void {
  process.stdout.write(`${JSON.stringify({ timestamp: new Date().toISOString(), level, ...members })}\n`);
}
