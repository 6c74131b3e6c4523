import { Runtime } from '../../../../scripts/lib/command/options';
import { LocalCommand } from '../local-command';
import { Run } from '../run';
import { createAccount } from '../scenarios/account';
import { conflict } from '../scenarios/conflict';
import { editList, fillIn } from '../scenarios/form';
import { useKeyboard } from '../scenarios/keyboard';
import { deleteProfile, signOut } from '../scenarios/leaving';
import { expiredTokens } from '../scenarios/tokens';
import { Visit } from '../visit';

/** Uses everything of the page, as a new user each time. */
export async function journey(run: Run, runtime: Runtime): Promise<void> {
  const { session, options: { times, widths } } = run;
  const title = `The page, ${runtime} handlers`;
  await run.withLocal(title, async () => LocalCommand.start(session, ['--runtime', runtime]), async (local) => {
    for (const width of widths) {
      for (let time = 1; time <= times; time += 1) {
        const user = { email: `${width}-${time}@example.com`, password: 'Analytical-Engine-1843' };
        // Another look at the same would find the same.
        const album = time === 1 ? width : undefined;
        await run.visit(`${title}, ${width}, ${time} of ${times}`, local, width, user, useAll, album);
      }
    }
  });
}

async function useAll(visit: Visit): Promise<void> {
  await createAccount(visit);
  await fillIn(visit);
  await editList(visit);
  await conflict(visit);
  await expiredTokens(visit);
  await deleteProfile(visit);
  await useKeyboard(visit);
  await signOut(visit);
}
