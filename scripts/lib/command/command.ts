import { Failure } from './failure';
import { Interruption, onInterruption } from './interruption';
import { Session } from './session';
import { PythonUnavailableError } from '../python-environment';

/** Runs a command, and makes the exit code and the message of what it throws. */
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

/** Runs something in a session of its own, of which nothing is left then. */
export async function inSession(run: (session: Session) => Promise<void>): Promise<void> {
  // What the SDK has to say about this Node.js does not concern the one who tries the sample app.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const session = await Session.open(onInterruption());
  try {
    await run(session);
  } catch (error) {
    // Whatever went wrong because of an interruption is not the news.
    session.signal.throwIfAborted();
    throw error;
  } finally {
    await session.close();
  }
}
