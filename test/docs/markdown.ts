import { readdirSync, readFileSync } from 'fs';
import * as path from 'path';

const ROOT = path.join(__dirname, '..', '..');

/** The documents that are written by hand. */
export const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf-8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.posix.join('docs', file.replaceAll(path.sep, '/')))
    .sort(),
];

/** A file of the project. */
export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf-8');
}

/** The addresses at which README, unlike other documents, names files of the repository. */
const FILES_ON_GITHUB = (() => {
  const repository = JSON.parse(read('package.json')).repository.url.replace(/\.git$/, '');
  return [`${repository}/blob/main/`, `${repository.replace('github.com', 'raw.githubusercontent.com')}/main/`];
})();

/** The file to which a link in a document leads, or nothing if it leads elsewhere. */
export function fileOf(address: string, document: string): string | undefined {
  const [target] = address.split('#');
  const onGitHub = FILES_ON_GITHUB.find((prefix) => target.startsWith(prefix));
  if (onGitHub) {
    return target.slice(onGitHub.length);
  }
  if (/^https?:/.test(target)) {
    return undefined;
  }
  return target ? path.posix.join(path.dirname(document), target) : document;
}

/** The labels of the links that a document defines once, with their addresses. */
export function definitionsOf(document: string): [label: string, address: string][] {
  return [...read(document).matchAll(/^\[([^\]]+)\]: (\S+)$/gm)].map(([, label, address]) => [label, address]);
}

/** The part of a document under a heading of the second level. */
export function section(document: string, title: string): string {
  const [, text] = new RegExp(`^## ${title}\\n([^]*?)(?=^## |$(?![^]))`, 'm').exec(read(document))!;
  return text;
}

/** The cells of all rows of the tables. */
export function rowsOf(text: string): string[][] {
  return [...text.matchAll(/^\| (.*) \|$/gm)].map(([, cells]) => cells.split(' | '));
}

/** The fragments that lead to the headings of a document. */
export function anchorsOf(document: string): string[] {
  const prose = read(document).replace(/^```[^]*?^```$/gm, '');
  return [...prose.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\w -]/g, '').replace(/ /g, '-'));
}

/** An example in TypeScript. */
export interface Example {
  readonly document: string;
  readonly heading: string;
  /** The example with what surrounds it. */
  readonly code: string;
}

/** The examples of all documents. */
export const EXAMPLES: readonly Example[] = DOCUMENTS.flatMap((document) => {
  const text = read(document);
  return [...text.matchAll(/^```ts(?: (.*))?\n([^]*?)^```$/gm)].map(({ index, 1: directive, 2: code }) => (
    { document, heading: text.slice(0, index).match(/^#+ .*$/gm)!.at(-1)!, code: completed(code, directive) }
  ));
});

/** Puts an example into its fixture, as jsii-rosetta does it. */
function completed(code: string, directive = 'fixture=default'): string {
  if (directive === 'nofixture') {
    return code;
  }
  const fixture = read(`rosetta/${directive.replace('fixture=', '')}.ts-fixture`);
  const imports = code.match(/^import .*$/gm) ?? [];
  return [...imports, fixture.replace('/// here', () => code.replace(/^import .*$/gm, ''))].join('\n');
}
