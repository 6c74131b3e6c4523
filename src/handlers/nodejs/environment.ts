import { Environment } from '../../api/environment';

/**
 * Reads an environment variable that the construct sets.
 *
 * @throws Error with the name of the variable if it is not set
 */
export function requireEnv(name: Environment): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`The environment variable ${name} is not set; the construct sets it.`);
  }
  return value;
}
