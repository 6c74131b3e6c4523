import { Runtime } from '../../../../scripts/lib/command/options';
import { USER } from '../../../../scripts/lib/user/journey';
import { LocalCommand } from '../local-command';
import { Run } from '../run';
import { STORED } from '../scenarios/form';
import { expectEqual } from '../tab';
import { Visit } from '../visit';

/** Ends the local command and starts it again with the same data. */
export async function keptData(run: Run, runtime: Runtime): Promise<void> {
  const start = async () => LocalCommand.start(run.session, ['--runtime', runtime, '--data', run.session.path(`data-${runtime}`)]);
  const title = `Kept data, ${runtime} handlers`;
  await run.withLocal(title, start, async (local) => run.visit(`${title}, first run`, local, 'desktop', USER, saveProfile));
  await run.withLocal(title, start, async (local) => run.visit(`${title}, second run`, local, 'desktop', USER, findProfile));
}

async function saveProfile(visit: Visit): Promise<void> {
  const { tab, user } = visit;
  await visit.step('Sign in, and save a profile', async () => {
    await tab.openAs(user);
    await tab.field('Name').fill(STORED.Name);
    await tab.field('City').fill(STORED.City);
    expectEqual('the status of the response', await tab.save(), 200);
    await tab.expectStatus('Saved.');
  });
}

async function findProfile(visit: Visit): Promise<void> {
  const { tab, user } = visit;
  await visit.step('Sign in: the same profile', async () => {
    await tab.openAs(user);
    await tab.expectFields({ Name: STORED.Name, City: STORED.City });
  });
}
