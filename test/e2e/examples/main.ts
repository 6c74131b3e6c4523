import { checkGo } from './go';
import { checkJava } from './java';
import { checkPython } from './python';
import { inSession, runCommand } from '../../../scripts/lib/command/command';
import { Failure } from '../../../scripts/lib/command/failure';
import { Report } from '../../../scripts/lib/command/report';
import { TRANSLATED } from '../../../scripts/lib/documentation/examples';
import { exampleOf, SHOWN_TRANSLATIONS } from '../../../scripts/lib/documentation/shown-translations';
import { translate } from '../../../scripts/lib/documentation/translations';
import { Checks } from '../checks';

/** Checks the translations of the examples, which the site shows. */
async function main(): Promise<void> {
  await inSession(async (session) => {
    const report = new Report();
    const translations = await report.step('The examples are translated', async () => translate(TRANSLATED), ({ size }) => `${size} examples`);

    const checks = new Checks(report, session.signal);
    report.heading('Documents');
    for (const shown of SHOWN_TRANSLATIONS) {
      await checks.check(`${shown.document} shows an example in ${shown.language}`, async () => {
        const translated = translations.get(exampleOf(shown, translations.keys())!)![shown.language];
        if (shown.text.trimEnd() !== translated.trimEnd()) {
          throw new Failure(`It is not the translation, which is:\n${translated}`);
        }
      }, () => 'as translated');
    }
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
