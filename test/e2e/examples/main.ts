import { checkJava } from './java';
import { checkPython } from './python';
import { inSession, runCommand } from '../../../scripts/lib/command/command';
import { Report } from '../../../scripts/lib/command/report';
import { EXAMPLES } from '../../../scripts/lib/documentation/examples';
import { translate } from '../../../scripts/lib/documentation/translations';
import { Checks } from '../checks';

/** Checks the translations of the examples, which the site and the packages of other languages show. */
async function main(): Promise<void> {
  await inSession(async (session) => {
    const report = new Report();
    // README has the file of a stack in each language, written by hand.
    const examples = EXAMPLES.filter(({ fixture }) => fixture !== 'app');
    const translations = await report.step('jsii-rosetta translates the examples', async () => translate(examples), ({ size }) => `${size} examples`);

    const checks = new Checks(report, session.signal);
    report.heading('Python');
    await checkPython(session, report, checks, translations);
    report.heading('Java');
    await checkJava(session, checks, translations);
    checks.conclude();
  });
}

void runCommand(main);
