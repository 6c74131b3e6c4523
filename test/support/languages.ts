import { Language } from './handler-process';
import { pythonUnavailable } from './python';

/** Defines the same tests for the handlers of each language; where there is no Python, its tests show as skipped, with the reason. */
export function describeEachLanguage(define: (language: Language) => void): void {
  describe('Node.js handlers', () => define('nodejs'));

  const reason = pythonUnavailable();
  if (reason) {
    describe.skip(`Python handlers (skipped: ${reason})`, () => define('python'));
  } else {
    describe('Python handlers', () => define('python'));
  }
}
