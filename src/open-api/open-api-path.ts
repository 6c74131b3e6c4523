import * as path from 'path';

/** The path of the description of every deployment, a JSON file in the package. */
export const OPENAPI_PATH = path.join(__dirname, '..', '..', 'assets', 'openapi.json');
