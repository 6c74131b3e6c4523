import { read } from './documents';

/** The version of the newest release, from the changelog, because package.json has it only while a release is made. */
export function newestRelease(): string | undefined {
  return /^## (\d\S*)/m.exec(read('CHANGELOG.md'))?.[1];
}
