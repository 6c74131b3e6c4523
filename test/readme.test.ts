import { readFileSync } from 'fs';
import * as path from 'path';
import problems from '../src/handlers/problems.json';

const ROOT = path.join(__dirname, '..');
const README = readFileSync(path.join(ROOT, 'README.md'), 'utf-8');

test('the table of errors is that of the handlers', () => {
  const rows = [...section('The API').matchAll(/^\| (\d{3}) \| (.*) \|$/gm)];
  const documented = rows.flatMap(([, status, types]) => [...types.matchAll(/`([a-z-]+)`(?=[,:]| \||$)/g)].map(([, type]) => [type, Number(status)]));
  const actual = Object.entries(problems.problems).map(([type, { status }]) => [type, status]);
  expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(actual));
});

test('the table of props has every prop', () => {
  const source = readFileSync(path.join(ROOT, 'src', 'cognito-profile-service-props.ts'), 'utf-8');
  const props = [...source.slice(source.indexOf('interface CognitoProfileServiceProps')).matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, prop]) => prop);
  const documented = [...section('Props').matchAll(/^\| `(\w+)` \|/gm)].map(([, prop]) => prop);
  expect(documented).toEqual(props);
});

test('every file that it names is there', () => {
  for (const [, file] of README.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
    expect(() => readFileSync(path.join(ROOT, file))).not.toThrow();
  }
});

test('every command that it names is one', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf-8'));
  const tasks = [...README.matchAll(/`(?:npm run|npx projen) ([a-z:-]+)/g)].map(([, task]) => task);
  expect(tasks.length).toBeGreaterThan(0);
  expect(tasks.filter((task) => !(task in scripts))).toEqual([]);
});

function section(title: string): string {
  const [, text] = new RegExp(`^## ${title}\\n([^]*?)(?=^## |$(?![^]))`, 'm').exec(README)!;
  return text;
}
