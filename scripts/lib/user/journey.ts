import { Report } from '../command/report';
import { Outputs } from '../local-aws/cdk-app';
import { LocalAws } from '../local-aws/local-aws';

/** The user who signs up. */
export const USER = { email: 'ada@example.com', password: 'Analytical-Engine-1843' };

/** The context of the steps that a user takes. */
export interface Journey {
  readonly aws: LocalAws;
  readonly outputs: Outputs;
  readonly profileUrl: string;
  readonly signInUrl: string;
  readonly report: Report;
  readonly signal: AbortSignal;
}
