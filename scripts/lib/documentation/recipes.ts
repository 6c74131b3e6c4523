import * as path from 'node:path';
import { ROOT } from '../root';

/** The directory of an app with the recipes. What they name, such as `lambda/sign-up`, is in it. */
export const RECIPES = path.join(ROOT, 'examples', 'recipes');
