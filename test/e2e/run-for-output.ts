import { readFile } from 'node:fs/promises';
import { Session, SessionCommand } from '../../scripts/lib/command/session';

export type CommandLine = readonly [file: string, ...args: string[]];

/** Runs a command. Returns what it prints. */
export async function runForOutput(session: Session, command: SessionCommand): Promise<string> {
  await session.run(command);
  return readFile(session.path(`${command.name.replaceAll(' ', '-')}.log`), 'utf8');
}
