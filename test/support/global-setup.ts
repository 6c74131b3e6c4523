import { announcePython } from './python';
import { ensurePythonEnvironment, PythonUnavailableError } from '../../scripts/python-environment';

/** Prepares Python once for all test files. Without Python its cases are skipped, except in CI. */
export default async function globalSetup(): Promise<void> {
  // The template validation of the CDK takes seconds; template-validation.test.ts has it on.
  process.env.CDK_VALIDATION = 'false';
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
