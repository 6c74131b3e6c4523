import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { Session } from '../../scripts/lib/command/session';
import { openDataDirectory } from '../../scripts/local/data-directory';

/** Higher than any process ID of Linux and macOS. */
const NO_PROCESS = 2 ** 22 + 1;
let parent: string;
let session: Session;

beforeEach(async () => {
  parent = mkdtempSync(path.join(tmpdir(), 'data-'));
  session = await Session.open(new AbortController().signal);
});

afterEach(async () => {
  await session.close();
  rmSync(parent, { recursive: true });
});

test('creates the directory, and one command at a time has it', async () => {
  const directory = path.join(parent, 'a', 'b');
  expect(await openDataDirectory(session, directory)).toBe(directory);
  await expect(openDataDirectory(session, directory)).rejects.toThrow(`which the process ${process.pid} uses`);
  await session.close();
  expect(existsSync(path.join(directory, 'lock'))).toBe(false);
});

test.each([String(NO_PROCESS), ''])('takes over from a process that was killed, whose lock is %p', async (lock) => {
  writeFileSync(path.join(parent, 'lock'), lock);
  expect(await openDataDirectory(session, parent)).toBe(parent);
});

test('a file of that name is a failure', async () => {
  const file = path.join(parent, 'file');
  writeFileSync(file, '');
  await expect(openDataDirectory(session, file)).rejects.toThrow("can't be created");
});
