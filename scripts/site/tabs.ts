import { TRANSLATED } from '../lib/documentation/examples';
import { Language, LANGUAGES, translate } from '../lib/documentation/translations';

/** As in README, so that the tabs of all pages change together. */
const LABELS: Record<Language, string> = { python: 'Python', java: 'Java', go: 'Go', csharp: '.NET' };

const translations = translate(TRANSLATED);

/** Gives each example a tab for each language. */
export function withTabs(markdown: string): string {
  return markdown.replaceAll(/^```ts\b.*\n([^]*?)^```$/gm, (original, visible: string) => {
    const translated = [...translations].find(([example]) => example.visible === visible);
    if (!translated) {
      return original;
    }
    const [, byLanguage] = translated;
    return tabs([
      ['TypeScript', block('ts', visible.trim())],
      ...LANGUAGES.map((language): [string, string] => [LABELS[language], block(language, byLanguage[language])]),
    ]);
  });
}

/** Gives the languages that README folds away a tab each. */
export function withTabsForDetails(markdown: string): string {
  const languages = /^#+ TypeScript\n([^]*?)((?:^<details>$[^]*?^<\/details>\n*)+)/m;
  return markdown.replace(languages, (_, typescript: string, details: string) => tabs([
    ['TypeScript', typescript.trim()],
    ...[...details.matchAll(/<details>\n<summary><b>(.*)<\/b><\/summary>\n([^]*?)<\/details>/g)]
      .map(([, label, text]): [string, string] => [label, text.trim()]),
  ]));
}

function tabs(items: [label: string, text: string][]): string {
  const tab = ([label, text]: [string, string]) => `<TabItem label="${label}">\n\n${text}\n\n</TabItem>`;
  return `<Tabs syncKey="language">\n${items.map(tab).join('\n')}\n</Tabs>\n\n`;
}

function block(language: string, code: string): string {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}

export function hasTabs(markdown: string): boolean {
  return markdown.includes('<Tabs ');
}
