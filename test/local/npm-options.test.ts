import { spawnSync } from 'child_process';
import * as path from 'path';
import { commandForNpm } from '../../scripts/lib/command/npm-options';

/** Each test starts programs, which take long on a busy machine. */
jest.setTimeout(30_000);

const ROOT = path.join(__dirname, '..', '..');
const OPTIONS = { 'once': { type: 'boolean' }, 'runtime': { type: 'string' }, 'page-port': { type: 'string' } } as const;
const NPM = { npm_lifecycle_event: 'local' };

test.each([
  ['an option', { npm_config_once: 'true' }, [], '--once'],
  ['an option with a value in the same argument', { npm_config_page_port: '8081' }, [], '--page-port=8081'],
  ['an option with a value in the next argument', { npm_config_runtime: 'true' }, ['python'], '--runtime python'],
  ['an option, and others after --', { npm_config_once: 'true' }, ['--runtime', 'python'], '--once --runtime python'],
])('%s that npm kept', (_, env, args, options) => {
  expect(commandForNpm(args, OPTIONS, { ...NPM, ...env })).toBe(`npm run local -- ${options}`);
});

test.each([
  ['options after --', NPM, ['--once']],
  ["npm's own settings", { ...NPM, npm_config_cache: '/cache', npm_config_user_agent: 'npm' }, []],
  ['npx', { npm_lifecycle_event: 'npx', npm_config_runtime: 'electron' }, ['--once']],
  ['a shell', { npm_config_runtime: 'electron' }, ['--once']],
])('nothing to correct with %s', (_, env, args) => {
  expect(commandForNpm(args, OPTIONS, env)).toBeUndefined();
});

test.each([
  ['local', '--once', 'npm run local -- --once'],
  ['fuzz', '--examples=5', 'npm run fuzz -- --examples=5'],
  ['contract:http', '--runtime=python', 'npm run contract:http -- --runtime=python'],
])('npm run %s %s is refused with the right command', (script, option, command) => {
  // Without what comes before the command, such as bundling.
  const { status, stderr } = spawnSync('npm', ['run', '--ignore-scripts', script, option], { cwd: ROOT, encoding: 'utf-8' });
  expect(stderr).toContain(`Run \`${command}\``);
  expect(status).toBe(2);
});
