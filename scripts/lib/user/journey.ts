import { Report } from '../command/report';
import { LocalAws } from '../local-aws/local-aws';

export interface User {
  readonly email: string;
  readonly password: string;
}

/** The user who signs up. */
export const USER: User = { email: 'ada@example.com', password: 'Analytical-Engine-1843' };

/** The context of the steps that a user takes. */
export interface Journey {
  readonly aws: LocalAws;
  readonly user: User;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly profileUrl: string;
  readonly signInUrl: string;
  readonly report: Report;
  readonly signal: AbortSignal;
}
