import * as path from 'path';
import { anchorsOf, DOCUMENTS, read } from './markdown';

describe.each(DOCUMENTS)('%s', (document) => {
  test('links to files and headings that exist', () => {
    for (const [, file, anchor] of read(document).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)) {
      const target = file ? path.join(path.dirname(document), file) : document;
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
  expect(pages.filter((page) => !read('README.md').includes(`](${page})`))).toEqual([]);
});

test.each(['scale', 'changes'])('docs/%s.md leads to the pages of its folder', (name) => {
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
