import { cpSync, mkdirSync } from 'fs';
import * as path from 'path';

/** Copies the description of the API, and what optional parts add to it, to where the package ships them. */
const root = path.join(__dirname, '..');
const sources = path.join(root, 'src', 'api');
const assets = path.join(root, 'assets');

mkdirSync(assets, { recursive: true });
for (const name of ['openapi.json', 'openapi']) {
  cpSync(path.join(sources, name), path.join(assets, name), { recursive: true });
}
