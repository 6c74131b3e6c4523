import { Group, Page } from './page';
import { promoteHeadings } from './prose';
import { reference } from './reference';
import { DOCUMENTS, read } from '../lib/documentation/documents';
import { definitionsOf } from '../lib/documentation/links';
import { section } from '../lib/documentation/sections';

/** Sections of README that are not on the site, which has their content in other forms. */
const OMITTED = ['Documentation', 'License'];

/** The pages, in the order and the groups of the sidebar. */
export const OUTLINE: readonly Group[] = [
  {
    label: 'Get started',
    items: [
      fromReadme('quick-start', 'Quick start', 'Quick start'),
      fromReadme('try-it', 'Try it on your machine', 'Try it on your machine'),
      fromReadme('overview', 'What you get', 'What is deployed', 'The API'),
      fromReadme('versions', 'Versions and status', 'Supported versions', 'Status'),
    ],
  },
  {
    label: 'Use',
    items: [
      fromReadme('sign-in', 'Sign-in', 'Sign in and call the API'),
      page('docs/api.md'),
      page('docs/clients.md'),
      page('docs/customize.md', 'Customize'),
      page('docs/change-events.md'),
      {
        label: 'Recipes',
        collapsed: true,
        items: [
          page('docs/recipes.md', 'Overview'),
          page('docs/recipes/sign-up.md'),
          page('docs/recipes/tokens.md'),
          page('docs/recipes/avatars.md'),
        ],
      },
      page('docs/local.md', 'Run it locally'),
    ],
  },
  {
    label: 'Operate',
    items: [
      page('docs/operations.md'),
      page('docs/security.md'),
      page('docs/runbook.md'),
      {
        label: 'Changes',
        collapsed: true,
        items: [
          page('docs/changes.md'),
          page('docs/changes/sign-in.md', 'Sign-in'),
          page('docs/changes/api-data-operations.md', 'API, data, operations'),
          page('docs/changes/construct.md', 'The construct'),
          page('docs/changes-by-hand.md'),
        ],
      },
      page('docs/cost.md'),
      page('docs/performance.md'),
      {
        label: 'Scale',
        collapsed: true,
        items: [
          page('docs/scale.md', 'Overview'),
          page('docs/scale/limits.md', 'Limits'),
          page('docs/scale/sizes.md', 'Each size'),
          page('docs/scale/cost.md', 'Cost'),
          page('docs/scale/user-partitions.md'),
          page('docs/scale/sources.md'),
        ],
      },
    ],
  },
  {
    label: 'Reference',
    items: [fromReadme('props', 'Props at a glance', 'Props'), ...reference()],
  },
  {
    label: 'Project',
    items: [
      page('CHANGELOG.md'),
      fromSections('CONTRIBUTING.md', 'contributing', 'Contributing',
        'Prerequisites', 'Commands', 'Tests', 'Documentation', 'Versions', 'Release'),
      fromSections('CONTRIBUTING.md', 'change-the-code', 'Change the code',
        'Add a prop', 'Pass a prop to the handlers', 'Add a route', 'Change both languages', 'Update snapshots'),
      { ...page('SECURITY.md'), slug: 'report-a-vulnerability' },
      page('docs/architecture.md'),
      {
        label: 'Decisions',
        collapsed: true,
        items: DOCUMENTS.filter((document) => document.startsWith('docs/decisions/')).sort(indexFirst).map((document) => page(document)),
      },
    ],
  },
];

/** A page that is a document of its own. */
function page(document: string, label?: string): Page {
  const [, title, body] = /^# (.*)\n([^]*)$/.exec(read(document))!;
  const slug = document.replace(/^docs\//, '').replace(/(\/README)?\.md$/, '').toLowerCase();
  return { slug, title, label: label ?? title, document, body };
}

function fromReadme(slug: string, title: string, ...sections: string[]): Page {
  return fromSections('README.md', slug, title, ...sections);
}

/** A page that is one or more sections of a document. A single section needs no heading besides the title. */
function fromSections(document: string, slug: string, title: string, ...sections: string[]): Page {
  const [first, ...others] = sections.map((heading) => ({ heading, text: section(document, heading) }));
  const body = others.length === 0
    ? promoteHeadings(first.text)
    : [first, ...others].map(({ heading, text }) => `## ${heading}\n${text}`).join('\n');
  return { slug, title, label: title, document, sections, body: `${body}\n${definitionsIn(body, document)}` };
}

/** The definitions of the links of a document that a part of it uses. */
function definitionsIn(text: string, document: string): string {
  const used = definitionsOf(document).filter(([label]) => text.includes(`[${label}]`));
  return used.map(([label, address]) => `[${label}]: ${address}`).join('\n');
}

function indexFirst(a: string, b: string): number {
  return Number(b.endsWith('README.md')) - Number(a.endsWith('README.md')) || a.localeCompare(b);
}

/** What nobody would find on the site. */
export function missingOf(pages: readonly Page[]): string[] {
  return DOCUMENTS.flatMap((document) => {
    const parts = pages.filter((candidate) => candidate.document === document);
    if (parts.some(({ sections }) => sections === undefined)) {
      return [];
    }
    const shown = parts.flatMap(({ sections = [] }) => sections);
    const headings = [...read(document).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    return headings.filter((heading) => !shown.includes(heading) && !OMITTED.includes(heading)).map((heading) => `${document}, "${heading}",`);
  });
}
