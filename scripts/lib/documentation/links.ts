import * as path from 'node:path';
import { read } from './documents';
import { REPOSITORY } from '../../../projenrc/repository';

/** The addresses at which README, unlike other documents, names files of the repository. */
const FILES_ON_GITHUB = [
  `${REPOSITORY.url}/blob/main/`,
  `${REPOSITORY.url.replace('github.com', 'raw.githubusercontent.com')}/main/`,
];

/** The file to which a link in a document leads, or nothing if it leads elsewhere. */
export function fileOf(address: string, document: string): string | undefined {
  const [target] = address.split('#');
  const onGitHub = FILES_ON_GITHUB.find((prefix) => target.startsWith(prefix));
  if (onGitHub) {
    return target.slice(onGitHub.length);
  }
  if (/^[a-z]+:/.test(target)) {
    return undefined;
  }
  return target ? path.posix.join(path.dirname(document), target) : document;
}

/** The labels of the links that a document defines once, with their addresses. */
export function definitionsOf(document: string): [label: string, address: string][] {
  return [...read(document).matchAll(/^\[([^\]]+)\]: (\S+)$/gm)].map(([, label, address]) => [label, address]);
}
