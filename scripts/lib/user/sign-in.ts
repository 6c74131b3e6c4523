import { createHash, randomBytes } from 'node:crypto';
import { decodeXML } from 'entities/decode';
import type { Node } from 'ultrahtml' with { 'resolution-mode': 'import' };
import { send, statusOf } from './http';
import { Journey, User } from './journey';
import { Failure } from '../command/failure';

/** The response of the token endpoint. */
export interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
}

/** Signs the user in as a browser app does, with PKCE. Returns the access token. */
export async function signIn(journey: Journey): Promise<string> {
  return (await signInForTokens(journey)).access_token;
}

/** Signs the user in as a browser app does, with PKCE. */
export async function signInForTokens({ aws, user, signInUrl, report, signal }: Journey): Promise<Tokens> {
  const state = randomBytes(16).toString('base64url');
  const verifier = randomBytes(32).toString('base64url');
  const authorizeUrl = new URL(signInUrl);
  authorizeUrl.searchParams.set('state', state);
  authorizeUrl.searchParams.set('code_challenge', createHash('sha256').update(verifier).digest('base64url'));
  authorizeUrl.searchParams.set('code_challenge_method', 'S256');

  const post = async ({ action, fields }: Form, expectedStatus: number) =>
    send(new URL(action, authorizeUrl).href, expectedStatus, { method: 'POST', body: fields, signal });

  const page = await report.step(
    'GET /oauth2/authorize with a PKCE challenge: the sign-in page',
    async () => send(authorizeUrl.href, 200, { signal }),
    statusOf,
  );
  let form = await filledIn(page.text, user);
  const asked = form.fields.has('password') ? 'the address and the password' : 'the password';
  if (!form.fields.has('password')) {
    // The page can ask for the address first, because the ways to sign in depend on the user.
    const next = await report.step('POST its form with the address: the next page', async () => post(form, 200), statusOf);
    form = await filledIn(next.text, user);
  }
  const redirect = await report.step(`POST its form with ${asked}: a redirect`, async () => post(form, 302), statusOf);

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
  return JSON.parse(tokens.text);
}

interface Form {
  readonly action: string;
  readonly fields: URLSearchParams;
}

/** Returns the sign-in form of a page, with the values of the user. */
async function filledIn(page: string, user: User): Promise<Form> {
  // These are ES modules, which this CommonJS module can't import otherwise.
  const { parse } = await import('ultrahtml');
  const { querySelector, querySelectorAll } = await import('ultrahtml/selector');
  const answers: Record<string, string> = { username: user.email, password: user.password };
  const form = querySelectorAll(parse(page), 'form').find((candidate) => querySelector(candidate, '[name=username], [name=password]'));
  if (!form) {
    throw new Failure(`The sign-in page has no form that asks for an address or a password: ${page}`);
  }
  const fields = new URLSearchParams();
  for (const input of querySelectorAll(form, 'input[name]')) {
    const name = attribute(input, 'name');
    fields.set(name, answers[name] ?? attribute(input, 'value'));
  }
  return { action: attribute(form, 'action'), fields };
}

function attribute(element: Node, name: string): string {
  return 'attributes' in element ? decodeXML(element.attributes[name] ?? '') : '';
}

function codeIn(location: string | null, state: string): string {
  const parameters = location ? new URL(location).searchParams : new URLSearchParams();
  const code = parameters.get('code');
  if (!code || parameters.get('state') !== state) {
    throw new Failure(`The sign-in page redirects to ${location}, which lacks a code or the state ${state}.`);
  }
  return code;
}
