import { Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** An invalid prop. */
export interface PropError {
  /** A line of the error message: the path, the value received, the problem and the remedy. */
  readonly text: string;
}

/** Describes an invalid value, or a missing one, which has nothing to show. `path` starts with the name of the prop. */
export function propError(path: string, value: unknown, problemAndRemedy: string): PropError {
  return propErrorWithoutValue(path, value === undefined ? problemAndRemedy : `${render(value)} ${problemAndRemedy}`);
}

/** Describes an error without showing a value. */
export function propErrorWithoutValue(path: string, problemAndRemedy: string): PropError {
  return { text: `${path}: ${problemAndRemedy}` };
}

/** Whether a value is known at synthesis. Tokens can't be validated. */
export function isKnown<T>(value: T | undefined): value is T {
  return value !== undefined && !Token.isUnresolved(value);
}

/** The error that an app gets for invalid props or options. */
export class InvalidOptionsError extends Error {}

/**
 * Throws an error that lists all invalid props, if there are any.
 *
 * @throws InvalidOptionsError
 */
export function throwIfAny(title: string, errors: PropError[]): void {
  if (errors.length > 0) {
    throw new InvalidOptionsError(`${title}:\n${errors.map(({ text }) => `  - ${text}`).join('\n')}`);
  }
}

function render(value: unknown): string {
  if (Construct.isConstruct(value)) {
    return `'${value.node.path}'`;
  }
  if (typeof value === 'string') {
    return `'${value.replace(/[\p{Cc}\p{Cs}]/gu, (character) => JSON.stringify(character).slice(1, -1))}'`;
  }
  if (typeof value === 'object' && value !== null && Object.values(value).some((member) => Construct.isConstruct(member))) {
    return `{ ${Object.keys(value).join(', ')} }`;
  }
  // JSON can't represent these values.
  if (['number', 'bigint'].includes(typeof value)) {
    return String(value);
  }
  try {
    return JSON.stringify(value);
  } catch {
    // JSON can't represent a circular object.
    return 'this value';
  }
}
