import type { problems } from '../../problems.json';

/** Names a row of the table of problems, which both languages share. */
export type ProblemCode = keyof typeof problems;

/** Ends a request with a problem of the shared table. */
export class Problem extends Error {
  constructor(public readonly code: ProblemCode) {
    super(code);
    this.name = 'Problem';
  }
}
