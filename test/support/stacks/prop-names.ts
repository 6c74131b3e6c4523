import { readFileSync } from 'fs';
import * as path from 'path';

const SOURCE = readFileSync(path.join(__dirname, '..', '..', '..', 'src', 'cognito-profile-service-props.ts'), 'utf-8');
const LINES = [...SOURCE.slice(SOURCE.indexOf('interface CognitoProfileServiceProps')).matchAll(/^ {2}(?:readonly (\w+)\??:|\/\/ (.*)$)/gm)];

/** The names of all props, with those of their groups in front. */
export const PROP_NAMES_AND_GROUPS = LINES.map(([, prop, group]) => prop ?? group);

/** The names of all props. */
export const PROP_NAMES = LINES.flatMap(([, prop]) => prop ?? []);
