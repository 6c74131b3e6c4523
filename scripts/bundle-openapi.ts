import { copyFileSync, mkdirSync } from 'fs';
import * as path from 'path';

/** Copies the description of the API to where the package ships it. */
const root = path.join(__dirname, '..');
const assets = path.join(root, 'assets');

mkdirSync(assets, { recursive: true });
copyFileSync(path.join(root, 'src', 'api', 'openapi.json'), path.join(assets, 'openapi.json'));
