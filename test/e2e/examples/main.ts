import { checkGo } from './go';
import { checkJava } from './java';
import { checkPython } from './python';
import { inSession, runCommand } from '../../../scripts/lib/command/command';
import { Report } from '../../../scripts/lib/command/report';
import { TRANSLATED } from '../../../scripts/lib/documentation/examples';
import { translate } from '../../../scripts/lib/documentation/translations';
import { Checks } from '../checks';

/** Checks the translations of the examples, which the site shows. */
async function main(): Promise<void> {
  await inSession(async (session) => {
    const report = new Report();
    const translations = await report.step('The examples are translated', async () => translate(TRANSLATED), ({ size }) => `${size} examples`);

    const checks = new Checks(report, session.signal);
    report.heading('Python');
    await checkPython(session, report, checks, translations);
    report.heading('Java');
    await checkJava(session, checks, translations);
    report.heading('Go');
    await checkGo(session, checks, translations);
    checks.conclude();
  });
}

void runCommand(main);
