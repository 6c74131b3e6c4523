import { join } from 'node:path';

/** The root directory of this project. In the package, where these programs are bundled into `assets/local`, that of the package. */
export const ROOT = join(__dirname, '..', '..');
