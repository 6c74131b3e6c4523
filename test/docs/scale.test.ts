import { execFileSync } from 'child_process';
import * as path from 'path';
import { DOCUMENTS, read } from './markdown';

const ROOT = path.join(__dirname, '..', '..');

test('every row that the simulation prints stands in docs/scale.md or docs/scale/', () => {
  const output = execFileSync('npx', ['tsx', path.join('docs', 'scale', 'simulate.ts')], { cwd: ROOT, encoding: 'utf-8' });
  const rows = output.split('\n').filter((line) => line.startsWith('| '));
  const text = DOCUMENTS.filter((document) => /^docs\/scale[./]/.test(document)).map(read).join('\n');
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.filter((row) => !text.includes(row))).toEqual([]);
}, 60_000);
