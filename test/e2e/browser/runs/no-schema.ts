import { Runtime } from '../../../../scripts/lib/command/options';
import { USER } from '../../../../scripts/lib/user/journey';
import { BackEnd } from '../back-end';
import { LocalCommand } from '../local-command';
import { Run } from '../run';
import { editJson } from '../scenarios/json-profile';

/** Uses the page of a service without a profile schema, of an app of the user. */
export async function noSchema(run: Run, runtime: Runtime): Promise<void> {
  const { session, options: { widths } } = run;
  const title = `The page without a profile schema, ${runtime} handlers`;
  const app = `node --import tsx test/e2e/browser/no-schema-app.ts ${runtime}`;
  await run.withLocal(title, async () => LocalCommand.start(session, ['--app', app]), async (local) => {
    const backEnd = new BackEnd(new URL((await local.profileRequest()).url).origin);
    for (const width of widths) {
      await run.visit(`${title}, ${width}`, local, width, USER, async (visit) => editJson(visit, backEnd), `${width}-no-schema`);
    }
  });
}
