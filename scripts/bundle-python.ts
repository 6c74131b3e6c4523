import { cpSync, rmSync } from 'fs';
import * as path from 'path';

/** Copies the Python handlers, and what they share with the Node.js ones, to where the package ships them. */
const root = path.join(__dirname, '..');
const source = path.join(root, 'src', 'handlers');
const target = path.join(root, 'assets', 'handlers', 'python');

rmSync(target, { recursive: true, force: true });
cpSync(path.join(source, 'python'), target, {
  recursive: true,
  // The schema's validator ships apart, for the functions that have one.
  filter: (file) => !['__pycache__', '.mypy_cache', 'schema'].includes(path.basename(file)),
});
cpSync(path.join(source, 'problems.json'), path.join(target, 'problems.json'));
