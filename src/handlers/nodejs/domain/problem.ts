import type { problems } from '../../shared/problems.json';

/** The code of a problem in the table that both languages share. */
export type ProblemCode = keyof typeof problems;

/** A violation of the schema. */
export interface Violation {
  /** A JSON pointer (RFC 6901) into the profile. */
  readonly pointer: string;
  /** The violated keyword of the schema. */
  readonly keyword: string;
  readonly detail: string;
}

/** The violations of a profile, up to the limit of a response. */
export interface Violations {
  readonly violations: readonly Violation[];
  /** Whether there are more. */
  readonly hasMore: boolean;
}

/** Ends a request with a problem response. */
export class Problem extends Error {
  constructor(public readonly code: ProblemCode, public readonly details?: Violations) {
    super(code);
    this.name = 'Problem';
  }
}
