import { Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** One bad prop. */
export interface Finding {
  readonly prop: string;
  /** A line for the reader: which part of the prop, the value received, what is wrong and what to do. */
  readonly text: string;
}

/** Puts into words what is wrong with a value; `path` leads to it, from its prop on. */
export function finding(path: string, value: unknown, wrongAndWhatToDo: string): Finding {
  return findingOf(path, `${render(value)} ${wrongAndWhatToDo}`);
}

/** Puts into words what is wrong where there is no value to show. */
export function findingOf(path: string, wrongAndWhatToDo: string): Finding {
  return { prop: /^\w+/.exec(path)![0], text: `${path}: ${wrongAndWhatToDo}` };
}

/** Whether a value is known at synth; what only CloudFormation knows can't be checked here. */
export function isKnown<T>(value: T | undefined): value is T {
  return value !== undefined && !Token.isUnresolved(value);
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
  // JSON has no word for these.
  if (['number', 'undefined', 'bigint'].includes(typeof value)) {
    return String(value);
  }
  try {
    return JSON.stringify(value);
  } catch {
    // What refers to itself can't be shown.
    return 'this value';
  }
}
