import { join } from 'path';

/** The program is bundled with its dependencies, so that the library has none. It is loaded only if it is used. */
const LOCAL = join(__dirname, '..', '..', 'assets', 'local', 'main.js');

/** Deploys a CDK app to a local AWS, and serves a web page that uses its profile service. */
export async function localCommand(args: string[]): Promise<void> {
  const { run }: { run: (args: string[]) => Promise<void> } = await import(LOCAL);
  await run(args);
}
