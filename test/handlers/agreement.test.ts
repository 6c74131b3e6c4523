import { readdirSync, readFileSync } from 'fs';
import * as path from 'path';
import { Environment } from '../../src/api/environment';
import problems from '../../src/handlers/shared/problems.json';

const HANDLERS = path.join(__dirname, '..', '..', 'src', 'handlers');

/** What both languages must agree on, but each has in its own source. */
describe.each([['nodejs', '.ts'], ['python', '.py']])('%s', (language, extension) => {
  const source = readdirSync(path.join(HANDLERS, language), { recursive: true, encoding: 'utf-8' })
    .filter((file) => file.endsWith(extension))
    .map((file) => readFileSync(path.join(HANDLERS, language, file), 'utf-8'))
    .join('\n');

  test('has every problem of the table, and no other', () => {
    const codes = Object.keys(problems.problems);
    expect(codes.filter((code) => !new RegExp(`['"]${code}['"]`).test(source))).toEqual([]);

    const raised = [...source.matchAll(/Problem\(['"]([^'"]+)['"]\)/g)].map(([, code]) => code);
    expect(raised.filter((code) => !codes.includes(code))).toEqual([]);
  });
});

test('the environment variables have the same names in both', () => {
  const python = readFileSync(path.join(HANDLERS, 'python', 'environment.py'), 'utf-8');
  const names = [...python.matchAll(/^([A-Z_]+) = "([^"]+)"$/gm)].map(([, constant, name]) => [constant, name]);
  expect(Object.fromEntries(names)).toEqual({ ...Environment });
});
