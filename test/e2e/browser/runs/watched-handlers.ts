import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../../../scripts/lib/command/failure';
import { Runtime } from '../../../../scripts/lib/command/options';
import { send, statusOf } from '../../../../scripts/lib/user/http';
import { LocalCommand } from '../local-command';
import { Run } from '../run';

const PROBLEMS = join('src', 'handlers', 'shared', 'problems.json');
const WAIT_MILLISECONDS = 30_000;
const POLL_MILLISECONDS = 25;

/** Changes a text of the handlers twice, and finds it in the responses. The profile schema stays in force. */
export async function watchedHandlers(run: Run, runtime: Runtime, repository: string): Promise<void> {
  const { session, report, session: { signal } } = run;
  const start = async () => LocalCommand.start(session, ['--runtime', runtime, '--watch'], repository);
  await run.withLocal(`Changed handlers, ${runtime}`, start, async (local) => {
    const { url, token } = await local.profileRequest();
    const headers = { authorization: `Bearer ${token}` };
    // MiniStack ends the running function when its code is replaced, and answers 502 then. AWS finishes the request.
    const read = async () => JSON.parse((await send(url, [404, 502], { headers, signal })).text).detail;
    await report.step('DELETE the profile, so that a text is in the response', async () => send(url, 204, { method: 'DELETE', headers, signal }), statusOf);
    for (const text of ['A first text.', 'A second text.']) {
      await report.step('Change a text of src/handlers: it is in a response', async () => {
        const builds = await countBuilds(local);
        await changeDetail(repository, text);
        return untilRead(text, read, async () => await countBuilds(local) > builds);
      }, ({ total, afterBuild }) => `${total} ms, ${afterBuild} after build`);
    }
    await report.step('POST what the schema does not allow', async () => (
      send(url, 422, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: '{}', signal })
    ), statusOf);
  });
}

async function changeDetail(repository: string, text: string): Promise<void> {
  const file = join(repository, PROBLEMS);
  const content = JSON.parse(await readFile(file, 'utf8'));
  content.problems['profile-not-found'].detail = text;
  await writeFile(file, JSON.stringify(content, null, 2));
}

async function countBuilds(local: LocalCommand): Promise<number> {
  return [...(await local.output()).matchAll(/✓ Build the handlers/g)].length;
}

/** Waits until a text is read. Returns the milliseconds since now, and since the build. */
async function untilRead(text: string, read: () => Promise<string>, isBuilt: () => Promise<boolean>): Promise<{ total: number; afterBuild: number }> {
  const changed = Date.now();
  let built: number | undefined;
  for (;;) {
    const actual = await read();
    const now = Date.now();
    if (actual === text) {
      return { total: now - changed, afterBuild: now - (built ?? now) };
    }
    if (now - changed > WAIT_MILLISECONDS) {
      throw new Failure(`The response still has the text ${JSON.stringify(actual)} after ${WAIT_MILLISECONDS / 1_000} s.`);
    }
    built ??= await isBuilt() ? now : undefined;
    await sleep(POLL_MILLISECONDS);
  }
}
