// The file that Lambda loads. See profile.mjs. It does no read at the start: a user deletes the account once.
import { createRequire } from 'node:module';

const { delete: deleteAccount } = createRequire(import.meta.url)('./account.cjs');
export { deleteAccount as delete };
