import { anchorsOf, definitionsOf, DOCUMENTS, fileOf, read } from './markdown';

const { bugs, repository } = JSON.parse(read('package.json'));
/** What README links to that is no file. */
const ELSEWHERE: Record<string, string> = { issues: bugs.url, repository: repository.url.replace(/\.git$/, '') };

describe.each(DOCUMENTS)('%s', (document) => {
  test('links to files and headings that exist', () => {
    const inline = [...read(document).matchAll(/\]\(([^)]*)\)/g)].map(([, address]) => address);
    for (const address of [...inline, ...definitionsOf(document).map(([, target]) => target)]) {
      const target = fileOf(address, document);
      if (!target) {
        continue;
      }
      const [, anchor] = address.split('#');
      expect(read(target)).not.toBe('');
      if (anchor) {
        expect({ target, anchors: anchorsOf(target) }).toEqual({ target, anchors: expect.arrayContaining([anchor]) });
      }
    }
  });

  test('names commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const tasks = [...read(document).matchAll(/`(?:\w+=\w+ )?(?:npm run|npx projen) ([a-z:-]+)/g)].map(([, task]) => task);
    expect(tasks.filter((task) => !(task in scripts))).toEqual([]);
  });
});

test('README leads to every page', () => {
  const pages = DOCUMENTS.filter((document) => document !== 'README.md' && !/^docs\/(?!decisions\/README).+\//.test(document));
  expect(pages.filter((page) => !read('README.md').includes(`[${page}]`))).toEqual([]);
});

test('README, which registries show without the repository, has no relative links', () => {
  const relative = [...read('README.md').matchAll(/\]\((?!https:|#)[^)]*\)|src="(?!https:)[^"]*"/g)].map(([link]) => link);
  expect(relative).toEqual([]);
});

test('README defines each of its links as the address of the file in the repository', () => {
  const definitions = definitionsOf('README.md').map(([label]) => label);
  const text = read('README.md').replace(/^\[[^\]]+\]: .*$/gm, '');
  const used = [...text.matchAll(/\[([^\][]+)\](?![([])/g)].map(([, label]) => label).filter((label) => definitions.includes(label));
  expect([...new Set(used)].sort()).toEqual([...definitions].sort());
  for (const [label, address] of definitionsOf('README.md')) {
    expect({ label, file: fileOf(address, 'README.md') ?? address }).toEqual({ label, file: ELSEWHERE[label] ?? label.replace(/#.*/, '') });
  }
});

test.each(['scale', 'changes', 'recipes'])('docs/%s.md leads to the pages of its folder', (name) => {
  const pages = DOCUMENTS.filter((document) => document.startsWith(`docs/${name}/`));
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.filter((page) => !read(`docs/${name}.md`).includes(`](${page.slice('docs/'.length)})`))).toEqual([]);
});

test('the index of decisions leads to every record', () => {
  const records = DOCUMENTS.filter((document) => /^docs\/decisions\/\d/.test(document));
  const links = [...read('docs/decisions/README.md').matchAll(/\]\((\d[^)]*)\)/g)].map(([, file]) => `docs/decisions/${file}`);
  expect(records.length).toBeGreaterThan(0);
  expect(links).toEqual(records);
});
