import { cpSync, rmSync } from 'fs';
import * as path from 'path';

/** Copies the Python handlers, and what they share with the Node.js ones, to where the package ships them. */
const root = path.join(__dirname, '..');
const source = path.join(root, 'src', 'handlers');
const target = path.join(root, 'assets', 'handlers', 'python');

rmSync(target, { recursive: true, force: true });
cpSync(path.join(source, 'python'), target, {
  recursive: true,
  filter: (file) => !['__pycache__', '.mypy_cache'].includes(path.basename(file)),
});
cpSync(path.join(source, 'shared'), path.join(target, 'shared'), { recursive: true });
