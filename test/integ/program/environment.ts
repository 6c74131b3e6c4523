/** Returns a variable of `Journey`, the construct that deploys this program. */
export function environment(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`The environment variable ${name} is not set.`);
  }
  return value;
}
