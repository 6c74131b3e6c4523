import { Environment } from '../../api/environment';

/**
 * Reads an environment variable that the construct sets.
 *
 * @throws Error that names the variable when it is not set
 */
export function requireEnv(name: Environment): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`The environment variable ${name} is not set; the construct sets it.`);
  }
  return value;
}
