import { setTimeout as sleep } from 'node:timers/promises';
import { expectEqual } from './expectations';
import { Failure } from '../../../scripts/lib/command/failure';
import { Journey } from '../../../scripts/lib/user/journey';
import { Checks } from '../checks';

const MAX_BYTES = 1024 * 1024;
/** How long the deletion of an object may take, after that of the account. */
const ERASURE_MILLISECONDS = 60_000;
const POLL_MILLISECONDS = 500;

interface Form {
  readonly key: string;
  readonly url: string;
  readonly fields: Record<string, string>;
}

/** Uploads, shows and deletes an avatar, as a page does. */
export async function checkAvatars(checks: Checks, journey: Journey, token: string): Promise<void> {
  const { report, profileUrl, signal } = journey;
  const { sub } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
  const avatarUrl = profileUrl.replace(/profile$/, 'avatar');
  const headers = { authorization: `Bearer ${token}` };
  const send = async (method: string, query = '') => fetch(avatarUrl + query, { method, headers, signal });
  const form = async (): Promise<Form> => (await send('POST', '?type=image/png')).json() as Promise<Form>;
  const show = async () => fetch(((await (await send('GET')).json()) as { url: string }).url, { signal });

  report.heading('Avatars');
  await checks.check('POST: a form for the key of the user', async () => {
    expectEqual('The key', (await form()).key, `avatars/${sub}`);
  }, () => 'avatars/<sub>');
  await checks.check('POST of another type', async () => expectStatus(await send('POST', '?type=image/svg%2Bxml'), 415), String);
  await checks.check('Upload of 1 MiB, and the URL of GET', async () => {
    await expectStatus(await upload(await form(), MAX_BYTES), 204);
    const shown = await show();
    await expectStatus(shown, 200, false);
    expectEqual('The size', (await shown.arrayBuffer()).byteLength, MAX_BYTES);
    expectEqual('The type', shown.headers.get('content-type'), 'image/png');
  }, () => 'the picture');
  await checks.check('Upload of 1 MiB and 1 byte', async () => expectStatus(await upload(await form(), MAX_BYTES + 1), 400), String);
  await checks.check('Upload of another type with the form', async () => {
    const { fields, ...others } = await form();
    return expectStatus(await upload({ ...others, fields: { ...fields, 'Content-Type': 'text/html' } }, 1), 403);
  }, String);
  await checks.check('Upload to the key of another user with the form', async () => {
    const { fields, ...others } = await form();
    return expectStatus(await upload({ ...others, fields: { ...fields, key: 'avatars/other' } }, 1), 403);
  }, String);
  await checks.check('DELETE: the picture is gone', async () => {
    await expectStatus(await send('DELETE'), 204);
    return expectStatus(await show(), 404);
  }, String);
  await checks.check('DELETE of the account: the picture goes with it', async () => {
    await expectStatus(await upload(await form(), 1), 204);
    const { url } = await (await send('GET')).json() as { url: string };
    await expectStatus(await fetch(profileUrl.replace(/\/profile$/, ''), { method: 'DELETE', headers, signal }), 204);
    await untilGone(url, signal);
  }, () => 'gone');
  await checks.check('With the token of the erased account', async () => expectStatus(await send('POST', '?type=image/png'), 404), String);

  async function upload({ url, fields }: Form, bytes: number): Promise<Response> {
    const body = new FormData();
    Object.entries(fields).forEach(([name, value]) => body.append(name, value));
    body.append('file', new Blob([new Uint8Array(bytes)]));
    return fetch(url, { method: 'POST', body, signal });
  }
}

async function untilGone(url: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + ERASURE_MILLISECONDS;
  while ((await fetch(url, { signal })).status !== 404) {
    if (Date.now() > deadline) {
      throw new Failure(`The object is there ${ERASURE_MILLISECONDS / 1_000} s after the deletion of the account.`);
    }
    await sleep(POLL_MILLISECONDS);
  }
}

/** @param consume whether the body is of no interest */
async function expectStatus(response: Response, expected: number, consume = true): Promise<number> {
  if (response.status !== expected) {
    throw new Failure(`${response.url} answered ${response.status} instead of ${expected}: ${await response.text()}`);
  }
  if (consume) {
    await response.arrayBuffer();
  }
  return response.status;
}
