import { createHash, randomBytes } from 'node:crypto';
import { HTMLElement, parse } from 'node-html-parser';
import { Failure } from './failure';
import { send, statusOf } from './http';
import { Journey, USER } from './journey';

/** Signs the user in at the sign-in page as a browser app does, with PKCE, and answers the access token. */
export async function signIn({ aws, signInUrl, report, signal }: Journey): Promise<string> {
  const state = randomBytes(16).toString('base64url');
  const verifier = randomBytes(32).toString('base64url');
  const authorizeUrl = new URL(signInUrl);
  authorizeUrl.searchParams.set('state', state);
  authorizeUrl.searchParams.set('code_challenge', createHash('sha256').update(verifier).digest('base64url'));
  authorizeUrl.searchParams.set('code_challenge_method', 'S256');

  const page = await report.step(
    'GET /oauth2/authorize with a PKCE challenge: the sign-in page',
    async () => send(authorizeUrl.href, 200, { signal }),
    statusOf,
  );

  const redirect = await report.step(
    'POST its form with the address and the password: a redirect',
    async () => {
      const { action, fields } = signInForm(page.text);
      fields.set('username', USER.email);
      fields.set('password', USER.password);
      return send(new URL(action, authorizeUrl).href, 302, { method: 'POST', body: fields, signal });
    },
    statusOf,
  );

  const tokens = await report.step(
    'POST /oauth2/token with the code and the PKCE verifier: tokens',
    async () => send(`${aws.endpoint}/oauth2/token`, 200, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: authorizeUrl.searchParams.get('client_id')!,
        redirect_uri: authorizeUrl.searchParams.get('redirect_uri')!,
        code: codeIn(redirect.headers.get('location'), state),
        code_verifier: verifier,
      }),
      signal,
    }),
    statusOf,
  );
  return JSON.parse(tokens.text).access_token;
}

function signInForm(page: string): { action: string; fields: URLSearchParams } {
  const form = parse(page).querySelectorAll('form').find((candidate) => candidate.querySelector('[name=password]'));
  if (!form) {
    throw new Failure(`The sign-in page has no form that asks for a password: ${page}`);
  }
  const fields = new URLSearchParams();
  for (const input of form.querySelectorAll('input[name]')) {
    fields.set(attribute(input, 'name'), attribute(input, 'value'));
  }
  return { action: attribute(form, 'action'), fields };
}

function attribute(element: HTMLElement, name: string): string {
  return element.getAttribute(name) ?? '';
}

function codeIn(location: string | null, state: string): string {
  const parameters = location ? new URL(location).searchParams : new URLSearchParams();
  const code = parameters.get('code');
  if (!code || parameters.get('state') !== state) {
    throw new Failure(`The sign-in page redirects to ${location}, which lacks a code or the state ${state}.`);
  }
  return code;
}
