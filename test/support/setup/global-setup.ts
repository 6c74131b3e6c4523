import { mkdtempSync, renameSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import globalTeardown from './global-teardown';
import { announcePython, isPythonAnnounced } from './python';
import { ensurePythonEnvironment, PythonUnavailableError } from '../../../scripts/lib/python-environment';

/** Prepares once what all test files share. */
export default async function globalSetup(): Promise<void> {
  // Where apps synthesize to; the global teardown removes it.
  process.env.TMPDIR = mkdtempSync(path.join(tmpdir(), 'cdk-cognito-profile-service-test-'));
  removeOnSignals();
  // The template validation of the CDK takes seconds; template-validation.test.ts has it on.
  process.env.CDK_VALIDATION = 'false';
  // The SDK would say in each test file that support of this Node.js ends.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  await preparePython();
}

/** Jest does not call the global teardown if a signal ends it. */
function removeOnSignals(): void {
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      const directory = process.env.TMPDIR!;
      // The workers end later, and would still write to it.
      process.env.TMPDIR = `${directory}-interrupted`;
      renameSync(directory, process.env.TMPDIR);
      globalTeardown();
      process.kill(process.pid, signal);
    });
  }
}

/** Without Python its cases are skipped, except in CI. */
async function preparePython(): Promise<void> {
  if (isPythonAnnounced()) {
    return;
  }
  try {
    const { python } = await ensurePythonEnvironment(console.log);
    announcePython({ interpreter: python });
  } catch (error) {
    if (!(error instanceof PythonUnavailableError) || process.env.CI === 'true') {
      throw error;
    }
    console.warn(`The cases of the Python handlers are skipped: ${error.message}`);
    announcePython({ unavailable: error.message });
  }
}
