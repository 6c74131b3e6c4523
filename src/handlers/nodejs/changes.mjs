// The file that Lambda loads, as `profile.mjs` for the functions of the API. The handler is CommonJS for the same reason.
import { createRequire } from 'node:module';

export const { publish } = createRequire(import.meta.url)('./changes.cjs');
