import { strictEqual } from 'node:assert';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { packageFile, Packages } from './packages';
import { rowsOf, section } from '../../docs/markdown';
import { Checks } from '../checks';

/** Where the package for a language states the version of the language that it requires. */
const STATED: Record<string, (packages: Packages) => Promise<RegExpExecArray | null>> = {
  'Python': async (packages) => {
    const files = unzipSync(await readFile(await packageFile(packages, 'python', '.whl')), { filter: ({ name }) => name.endsWith('/METADATA') });
    return /^Requires-Python: >=(.*)$/m.exec(strFromU8(Object.values(files)[0]));
  },
  'Java': async ({ directory }) => /<target>1\.(\d+)<\/target>/.exec(await textOf(join(directory, 'java'), '.pom')),
  'Go': async ({ directory }) => /^go (.*)$/m.exec(await textOf(join(directory, 'go'), 'go.mod')),
  '.NET': async ({ directory }) => /<TargetFramework>net(\d+)\.0</.exec(await textOf(join(directory, 'dotnet'), '.csproj')),
};

/** Checks what README says that the packages require. */
export async function checkRequirements(checks: Checks, packages: Packages): Promise<void> {
  const rows = rowsOf(section('README.md', 'Supported versions'));
  for (const [language, stated] of Object.entries(STATED)) {
    await checks.check(`README states what the package for ${language} requires`, async () => {
      const requirement = `${language} ${(await stated(packages))?.[1]} or later`;
      strictEqual(rows.find(([name]) => name === language)?.[1], requirement);
      return requirement;
    }, (requirement) => requirement);
  }
}

async function textOf(directory: string, ending: string): Promise<string> {
  const file = (await readdir(directory, { recursive: true })).find((name) => name.endsWith(ending))!;
  return readFile(join(directory, file), 'utf8');
}
