import { Journey, USER } from '../lib/user/journey';

/** Prints commands to try next, ready to paste into a shell. */
export function suggest({ profileUrl, signInUrl, report }: Journey, token: string, log: string): void {
  const authorization = `-H 'Authorization: Bearer ${token}'`;
  report.heading('Try next');
  console.log(`
The sign-in page, in a browser (${USER.email}, password ${USER.password});
nothing listens at the address that it leads to, but the code is in it:

  ${signInUrl}

Read the profile (the token is good for an hour):

  curl -i '${profileUrl}' ${authorization}

Replace it:

  curl -i '${profileUrl}' ${authorization} -H 'Content-Type: application/json' -d '{"displayName": "Grace", "score": 0.5}'

The log of the local AWS and of the functions: ${log}

Ctrl-C ends the local AWS and removes everything.`);
}
