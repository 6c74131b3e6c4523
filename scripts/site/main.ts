import { execFileSync } from 'node:child_process';
import { writeContent } from './content';
import { missingOf, OUTLINE } from './outline';
import { pagesOf } from './page';
import { longPages } from './reading-time';
import { SITE } from './site';
import { runCommand } from '../lib/command/command';
import { Failure } from '../lib/command/failure';

void runCommand(async () => {
  const pages = OUTLINE.flatMap(pagesOf);
  const problems = [...missingOf(pages).map((source) => `${source} is on no page; add it to scripts/site/outline.ts`), ...longPages(pages)];
  if (problems.length > 0) {
    throw new Failure(`The site can't be built:\n- ${problems.join('\n- ')}`);
  }
  writeContent(OUTLINE);
  execFileSync('npm', ['run', 'build'], { cwd: SITE, stdio: 'inherit' });
});
