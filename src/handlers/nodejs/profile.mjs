// The file that Lambda loads: an ES module, because Lambda waits for a top-level await before the first invocation. The handlers are
// CommonJS: an ES module that imports a module of Node.js evaluates all exports of it, which would double the time to load.
import profile from './profile.cjs';

await profile.warmUp();

export const { read, replace, update } = profile;
const { delete: deleteProfile } = profile;
export { deleteProfile as delete };
