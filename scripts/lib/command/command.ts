import { endAbandonedSessions } from './abandoned-sessions';
import { Failure } from './failure';
import { Interruption, onInterruption } from './interruption';
import { Session } from './session';
import { PythonUnavailableError } from '../python-environment';

/** Runs a command. Converts an error to a message and an exit code. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (error instanceof Failure || error instanceof Interruption) {
      process.exitCode = error.exitCode;
      console.error(`\n${error.message}`);
    } else {
      process.exitCode = 1;
      console.error(error instanceof PythonUnavailableError ? `\n${error.message}` : error);
    }
  }
}

/** Runs a function in its own session, and removes the session afterwards. */
export async function inSession(run: (session: Session) => Promise<void>): Promise<void> {
  // The warning of the SDK about the Node.js version is not relevant to users of the command.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  await endAbandonedSessions();
  const session = await Session.open(onInterruption());
  try {
    await run(session);
  } catch (error) {
    // After an interruption, report the interruption and not the errors that it caused.
    session.signal.throwIfAborted();
    throw error;
  } finally {
    await session.close();
  }
}
