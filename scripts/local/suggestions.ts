import { PageServer } from './page-server';
import { SignedInUser } from './users';
import { Journey } from '../lib/user/journey';

interface Suggestions {
  readonly page: PageServer;
  readonly journey: Journey;
  readonly user: SignedInUser;
  /** The directory that keeps the data. */
  readonly data?: string;
  readonly watch: boolean;
  /** The log file of MiniStack. */
  readonly log: string;
}

/** Prints what to try next, with commands that are ready to paste into a shell. */
export function suggest({ page, journey, user: { token, hasProfile }, data, watch, log }: Suggestions): void {
  console.log(`
  Open ${page.url}

  Sign in as ${journey.user.email} with the password ${journey.user.password}, or create an account.
  Confirmation codes: ${page.mailUrl}

${hasProfile ? 'Read the profile' : 'Save a profile on the page. Then read it'} from a shell (the token is valid for an hour):

  TOKEN=${token}
  curl -i -H "Authorization: Bearer $TOKEN" '${journey.profileUrl}'

Read what the functions logged:

  curl '${page.logsUrl}'

The log of the local AWS: ${log}
${watch ? 'Changes in src/handlers are deployed when you save them.\n' : ''}
Ctrl-C ends the local AWS${data ? `, and keeps users and profiles in ${data}.` : ' and removes everything.'}`);
}
