import { spawn } from 'node:child_process';
import { Report } from '../lib/command/report';

/** Opens a URL in the browser of the user. Without one, as on a server, says so. */
export function openBrowser(url: string, report: Report): void {
  const program = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const browser = spawn(program, [url], { detached: true, stdio: 'ignore' });
  browser.once('error', (error) => report.note(`No browser can be opened: ${error.message}. Open the URL yourself.`));
  browser.once('exit', (code) => {
    if (code) {
      report.note(`No browser can be opened: \`${program}\` failed (exit code ${code}). Open the URL yourself.`);
    }
  });
  browser.unref();
}
