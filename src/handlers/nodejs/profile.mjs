// The file that Lambda loads. It is an ES module, because Lambda waits for a top-level await. The handlers are CommonJS, because an ES
// module that imports a module of Node.js evaluates everything that it exports, which takes longer than loading the handlers.
import { createRequire } from 'node:module';

const profile = createRequire(import.meta.url)('./profile.cjs');
await profile.warmUp();

const { read, replace, update, delete: deleteProfile } = profile;
export { read, replace, update, deleteProfile as delete };
