import { section } from './markdown';
import problems from '../../src/handlers/shared/problems.json';

test('the table of errors is that of the handlers', () => {
  const rows = [...section('docs/api.md', 'Errors').matchAll(/^\| (\d{3}) \| (.*) \|$/gm)];
  const documented = rows.flatMap(([, status, types]) => [...types.matchAll(/`([a-z-]+)`(?=[,:]| \||$)/g)].map(([, type]) => [type, Number(status)]));
  const actual = Object.entries(problems.problems).map(([type, { status }]) => [type, status]);
  expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(actual));
});
