import { spawn } from 'child_process';
import { once } from 'events';
import * as path from 'path';
import { text } from 'stream/consumers';
import { RECIPES } from '../../../scripts/lib/documentation/recipes';
import { pythonInterpreter } from '../setup/python';

/** When a process that does not end is killed. */
const TIMEOUT_MILLISECONDS = 30_000;

/** What a function of a recipe did in a process of its own. */
export interface Run {
  /** What it returned for each event. */
  readonly responses: any[];
  /** What it logged. */
  readonly log: string;
  /** How long it took, without its start. */
  readonly seconds: number;
}

/**
 * Starts a function of a recipe in a process of its own, and invokes it with events, one after the other.
 *
 * @param file the file of the function, below `lambda`
 * @param environment that of the deployed function, of which nothing else is inherited
 * @throws Error if the process fails, as when the function throws
 */
export async function runRecipe(file: string, events: readonly object[], environment: Record<string, string>): Promise<Run> {
  const args = [path.join(RECIPES, 'lambda', file), 'handler'];
  const [command, driver] = file.endsWith('.py')
    ? [pythonInterpreter(), ['-B', path.join(__dirname, 'recipe_driver.py')]] as const
    : [process.execPath, [path.join(__dirname, 'recipe-driver.mjs')]] as const;
  const child = spawn(command, [...driver, ...args], { timeout: TIMEOUT_MILLISECONDS, env: { PATH: process.env.PATH, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...environment } });
  child.stdin.end(JSON.stringify(events));
  const [output, log, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (code !== 0) {
    throw new Error(`${file} failed: ${log}`);
  }
  return { ...JSON.parse(output), log };
}
