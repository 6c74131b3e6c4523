import type { problems } from '../../shared/problems.json';

/** Names a row of the table of problems, which both languages share. */
export type ProblemCode = keyof typeof problems;

/** One of the places where a profile does not meet the schema. */
export interface Violation {
  /** A JSON pointer (RFC 6901) into the profile. */
  readonly pointer: string;
  /** The keyword of the schema that is not met. */
  readonly keyword: string;
  readonly detail: string;
}

/** The violations of a profile, as many as a response has room for. */
export interface Violations {
  readonly violations: readonly Violation[];
  /** Whether there are more. */
  readonly hasMore: boolean;
}

/** Ends a request with a problem of the shared table. */
export class Problem extends Error {
  constructor(public readonly code: ProblemCode, public readonly details?: Violations) {
    super(code);
    this.name = 'Problem';
  }
}
