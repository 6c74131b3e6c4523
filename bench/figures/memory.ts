import { join } from 'node:path';
import { Amount } from '../figure';
import { eventOf, ownHandler, startDatabase } from '../functions/functions';
import { NODE, runProgram } from '../functions/process';
import { profileOf } from '../functions/profiles';

/** What requests of 300 KB without a pause leave in the memory of the Node.js handlers. */
export async function liveMemory(): Promise<Amount[]> {
  const profile = profileOf(300_000);
  const { database, environment } = await startDatabase(profile);
  try {
    const { directory, module } = ownHandler('nodejs', 'read');
    const job = { file: join(directory, module), events: { GET: eventOf('GET'), POST: eventOf('POST', profile) }, requests: 40 };
    const args = ['--expose-gc', join(__dirname, '..', 'functions', 'live-memory.mjs')];
    const { liveBytes } = await runProgram<{ liveBytes: number }>(NODE, args, environment, job);
    const value = Math.max(0, liveBytes / 1024 ** 2);
    return [{ kind: 'amount', group: 'Sizes', name: 'live memory after 80 requests of 300 KB without a pause, Node.js', value, unit: 'MB', goal: 40 }];
  } finally {
    await database.stop();
  }
}
