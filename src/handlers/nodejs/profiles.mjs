// The file that Lambda loads. See profile.mjs. It does no read at the start: administrators can wait, and each of its functions may make other calls.
import { createRequire } from 'node:module';

const { read, replace, update, delete: deleteProfile, list } = createRequire(import.meta.url)('./profiles.cjs');
export { read, replace, update, deleteProfile as delete, list };
