import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { Session } from '../../scripts/lib/command/session';

let session: Session;
let userPath: string | undefined;

beforeEach(async () => {
  userPath = process.env.PATH;
  session = await Session.open(new AbortController().signal);
});

afterEach(async () => {
  process.env.PATH = userPath;
  await session.close();
});

test("a program of the user's PATH, such as the Python of a virtual environment, goes before one beside Node.js", async () => {
  const programs = mkdtempSync(path.join(tmpdir(), 'programs-'));
  writeFileSync(path.join(programs, 'node'), '#!/bin/sh\necho own\n');
  chmodSync(path.join(programs, 'node'), 0o755);
  process.env.PATH = `${programs}${path.delimiter}${userPath}`;
  await session.run({ name: 'which', file: '/bin/sh', args: ['-c', 'node --version'] });
  expect(readFileSync(session.path('which.log'), 'utf-8')).toBe('own\n');
});

test('without Node.js on the PATH, its programs are found all the same', async () => {
  process.env.PATH = mkdtempSync(path.join(tmpdir(), 'empty-'));
  await session.run({ name: 'which', file: '/bin/sh', args: ['-c', 'node --version'] });
  expect(readFileSync(session.path('which.log'), 'utf-8')).toBe(`${process.version}\n`);
});
