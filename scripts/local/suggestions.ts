import { PageServer } from './page-server';
import { Journey } from '../lib/user/journey';

interface Suggestions {
  readonly page: PageServer;
  readonly journey: Journey;
  readonly token: string;
  /** The directory that keeps the data. */
  readonly data?: string;
  readonly watch: boolean;
  /** The log file of the local AWS. */
  readonly log: string;
}

/** Prints what to try next, with commands that are ready to paste into a shell. */
export function suggest({ page, journey: { profileUrl, user }, token, data, watch, log }: Suggestions): void {
  console.log(`
  Open ${page.url}

  Sign in as ${user.email} with the password ${user.password}, or create an account.
  Confirmation codes: ${page.mailUrl}

Read the profile from a shell (the token is valid for an hour):

  curl -i '${profileUrl}' -H 'Authorization: Bearer ${token}'

The log of the local AWS and of the functions: ${log}
${watch ? 'Changes in src/handlers are deployed when you save them.\n' : ''}
Ctrl-C ends the local AWS${data ? `, and keeps users and profiles in ${data}.` : ' and removes everything.'}`);
}
