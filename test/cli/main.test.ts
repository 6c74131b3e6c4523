import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { CognitoProfileService } from '../../src';

const MAIN = path.join(__dirname, '..', '..', 'src', 'cli', 'main.ts');
const SCHEMA = { type: 'object', properties: { name: { type: 'string' } } };

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'cli-'));
  writeFileSync(path.join(directory, 'profile.json'), JSON.stringify(SCHEMA));
  writeFileSync(path.join(directory, 'list.json'), '[]');
  writeFileSync(path.join(directory, 'text.json'), '{');
  writeFileSync(path.join(directory, 'string.json'), '{"type": "string"}');
});

afterAll(() => {
  rmSync(directory, { recursive: true });
});

test('openapi writes the description of a service', () => {
  const profileUrl = 'https://api.example.com/user/profile';
  const { status, stdout } = run('openapi', '--schema', 'profile.json', '--url', profileUrl);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual(CognitoProfileService.openApi({ profileSchema: SCHEMA, profileUrl }));
});

test('openapi without options describes any profile', () => {
  expect(JSON.parse(run('openapi').stdout)).toEqual(CognitoProfileService.openApi());
});

test.each([
  [['--administrators'], { administrators: true }],
  [['--account-deletion'], { accountDeletion: true }],
  [['--administrators', '--account-deletion'], { administrators: true, accountDeletion: true }],
])('openapi with %p describes these parts of the service', (args, options) => {
  expect(JSON.parse(run('openapi', ...args).stdout)).toEqual(CognitoProfileService.openApi(options));
});

test.each([
  [[], '<command>'],
  [['--help'], '<command>'],
  [['openapi', '--help'], 'openapi'],
  [['local', '--help'], 'local'],
])('%p prints the help', (args, usage) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(`Usage: npx cdk-cognito-profile-service ${usage} [options]`);
});

test.each([
  [['swagger'], 'There is no command "swagger"; use local, openapi.'],
  [['openapi', '--schema', 'none.json'], "--schema: 'none.json' can't be read as JSON: ENOENT"],
  [['openapi', '--schema', 'text.json'], "--schema: 'text.json' can't be read as JSON: "],
  [['openapi', '--schema', 'list.json'], "--schema: 'list.json' does not contain a JSON object"],
  [['openapi', '--schema', 'string.json'], 'profileSchema/type: '],
  [['openapi', '--url', 'https://api.example.com'], "profileUrl: 'https://api.example.com' is not the URL of a profile"],
  [['openapi', '--scheme', 'profile.json'], "Unknown option '--scheme'"],
])('%p fails with what to do', (args, message) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});

function run(...args: string[]) {
  return spawnSync(process.execPath, ['--import', require.resolve('tsx'), MAIN, ...args], { cwd: directory, encoding: 'utf-8' });
}
