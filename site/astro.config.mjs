import { readFileSync } from 'node:fs';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import linksValidator from 'starlight-links-validator';

const { repository, sidebar } = JSON.parse(readFileSync(new URL('src/generated.json', import.meta.url), 'utf-8'));
const { origin, pathname } = new URL(repository.site);

export default defineConfig({
  site: origin,
  base: pathname,
  trailingSlash: 'always',
  integrations: [
    starlight({
      title: repository.name,
      sidebar,
      social: [{ icon: 'github', label: 'GitHub', href: repository.url }],
      customCss: ['./src/styles/site.css'],
      favicon: '/favicon.svg',
      lastUpdated: false,
      expressiveCode: { defaultProps: { wrap: true } },
      // A dead link is an error.
      plugins: [linksValidator()],
    }),
  ],
});
