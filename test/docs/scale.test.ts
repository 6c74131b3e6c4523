import { execFileSync } from 'child_process';
import { readFileSync } from 'fs';
import * as path from 'path';

const ROOT = path.join(__dirname, '..', '..');

test('every row that the simulation prints stands in docs/scale.md', () => {
  const output = execFileSync('npx', ['tsx', path.join('docs', 'scale', 'simulate.ts')], { cwd: ROOT, encoding: 'utf-8' });
  const rows = output.split('\n').filter((line) => line.startsWith('| '));
  const text = readFileSync(path.join(ROOT, 'docs', 'scale.md'), 'utf-8');
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.filter((row) => !text.includes(row))).toEqual([]);
}, 60_000);
