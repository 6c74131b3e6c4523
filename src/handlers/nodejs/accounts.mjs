// The file that Lambda loads. See profile.mjs. It does no read at the start: administrators can wait.
import { createRequire } from 'node:module';

const { delete: deleteAccount } = createRequire(import.meta.url)('./accounts.cjs');
export { deleteAccount as delete };
