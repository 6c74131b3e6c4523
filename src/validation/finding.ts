import { Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** One bad prop, as a line for the reader: which prop, the value received, what is wrong and what to do. */
export type Finding = string;

/** Puts a finding into words. */
export function finding(prop: string, value: unknown, wrongAndWhatToDo: string): Finding {
  return `${prop}: ${render(value)} ${wrongAndWhatToDo}`;
}

/** The prop that a finding is about. */
export function propOf(found: Finding): string {
  return /^\w+/.exec(found)![0];
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
