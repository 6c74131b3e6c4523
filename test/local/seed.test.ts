import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { readSeed } from '../../scripts/local/seed';

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'seed-'));
});

afterAll(() => {
  rmSync(directory, { recursive: true });
});

const ADA = { email: 'ada@example.com', password: 'Analytical-Engine-1843' };

test('users with and without a profile', async () => {
  const users = [ADA, { ...ADA, email: 'grace@example.com', profile: { name: 'Grace' } }];
  await expect(readSeed(file(JSON.stringify(users)))).resolves.toEqual(users);
});

test.each([
  ['{', "which can't be read as JSON"],
  ['{}', 'which does not contain a list of users'],
  ['[]', 'which does not contain a list of users'],
  ['["ada"]', 'user 0: "ada" is not an object'],
  [JSON.stringify([ADA, { ...ADA, email: 'ada' }]), 'user 1: email is "ada"; write an email address'],
  [JSON.stringify([{ email: ADA.email }]), 'user 0: password is missing'],
  [JSON.stringify([{ ...ADA, profile: [] }]), 'user 0: profile is []; write a JSON object'],
  [JSON.stringify([ADA, ADA]), 'user 1: email is "ada@example.com" again'],
  [JSON.stringify([{ ...ADA, Profile: {} }]), 'user 0: Profile is unknown; use email, password, profile'],
])('%s is a failure', async (text, message) => {
  await expect(readSeed(file(text))).rejects.toThrow(message);
});

test('a file that does not exist is a failure', async () => {
  await expect(readSeed(path.join(directory, 'none.json'))).rejects.toThrow("none.json\", which can't be read as JSON: ENOENT");
});

function file(text: string): string {
  const name = path.join(directory, 'users.json');
  writeFileSync(name, text);
  return name;
}
