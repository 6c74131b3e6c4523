import { awscdk } from 'projen';

const SITE = 'site';

/** The documentation site: `npm run site` makes its pages of the documents, and builds it with packages that only it needs. */
export function addSite(project: awscdk.AwsCdkConstructLibrary): void {
  project.package.setScript('presite', `npm ci --prefix ${SITE} && projen compile`);
  project.package.setScript('site', 'exec node --import tsx scripts/site/main.ts');
  for (const generated of ['.astro', 'dist', 'public/files', 'src/content/docs', 'src/generated.json']) {
    project.addGitIgnore(`/${SITE}/${generated}`);
  }
}
