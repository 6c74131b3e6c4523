import { existsSync } from 'node:fs';
import { Browser, chromium } from 'playwright-core';
import { Failure } from '../../../scripts/lib/command/failure';
import { Session } from '../../../scripts/lib/command/session';

const PROGRAMS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const REMEDY = 'Install Chromium, on Debian with `apt-get install -y chromium-headless-shell`, ' +
  'or set the environment variable CHROMIUM to the path of Chromium or Chrome.';

/** Starts a browser that is installed on this machine, until the session closes. Downloads none. */
export async function startChromium(session: Session): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PROGRAMS.find((program) => existsSync(program));
  let browser: Browser;
  try {
    browser = await chromium.launch({
      ...executablePath === undefined ? { channel: 'chrome' } : { executablePath },
      // The session closes the browser after these signals.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw new Failure(`No browser starts${executablePath === undefined ? '' : ` from ${executablePath}`}: ${reason}\n${REMEDY}`);
  }
  session.onClose(async () => browser.close());
  return browser;
}
