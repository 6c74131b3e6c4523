import { readFileSync } from 'fs';
import * as path from 'path';
import { gzipSync } from 'zlib';
import { read, rowsOf, section } from '../../docs/markdown';

const README = 'examples/web/README.md';
const { devDependencies } = JSON.parse(read('package.json'));

test('the commands for a copy are those that build the page here', () => {
  const { tasks } = JSON.parse(read('.projen/tasks.json'));
  // Here they also record what the page contains, for the licenses of the package.
  const built: string[] = tasks['bundle:web'].steps.map(({ exec }: { exec: string }) => exec.replace(/ --metafile=\S+$/, ''));
  const [, commands] = /^```sh\n([^]*?)\n```$/m.exec(section(README, 'Copy it'))!;
  const here = commands
    .replace('npx cdk-cognito-profile-service', 'tsx src/cli/main.ts')
    .replaceAll('npx ', '')
    .replaceAll(/(?<= |=)(site\/|dist\b|profile-schema)/g, 'examples/web/$1');
  expect(here.split('\n')).toEqual(built);
});

test('the versions of packages are those that are tested here', () => {
  const versions = [...section(README, 'Copy it').matchAll(/([\w-]+)@(\d[\d.]*\d)/g)].map(([, name, version]) => [name, version]);
  expect(versions.length).toBeGreaterThan(0);
  expect(versions).toEqual(versions.map(([name]) => [name, devDependencies[name]]));
});

test('the table of config.json has every member', () => {
  const [, members] = /export interface Config \{([^]*?)\n\}/.exec(read('examples/web/site/config.ts'))!;
  const declared = [...members.matchAll(/readonly (\w+)(\??):/g)].map(([, name, optional]) => [name, optional === '?']);
  const documented = rowsOf(section(README, 'Host it')).slice(1).map(([name, value]) => [name.replaceAll('`', ''), value.startsWith('optional:')]);
  expect(documented.length).toBeGreaterThan(0);
  expect(documented).toEqual(declared);
});

test('the table of files names files that exist', () => {
  const files = rowsOf(section(README, 'What is where')).flatMap(([names]) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(files.length).toBeGreaterThan(5);
  files.filter((file) => !file.endsWith('/')).forEach((file) => expect(read(path.join('examples/web', file))).not.toBe(''));
});

test('the page has the size that README says', () => {
  const files = ['index.html', 'main.js', 'style.css'].map((file) => readFileSync(path.join(__dirname, '../../../examples/web/dist', file)));
  const [, size, compressed] = /The page is (\d+) KB, or (\d+) KB compressed with gzip/.exec(read(README).replace(/\n/g, ' '))!.map(Number);
  const sum = (sizes: number[]) => Math.round(sizes.reduce((a, b) => a + b) / 1_000);
  expect(Math.abs(sum(files.map(({ length }) => length)) - size)).toBeLessThanOrEqual(2);
  expect(Math.abs(sum(files.map((file) => gzipSync(file).length)) - compressed)).toBeLessThanOrEqual(1);
});
