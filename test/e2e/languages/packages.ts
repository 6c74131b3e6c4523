import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { toolEnvironment } from './tool-environment';
import { Session } from '../../../scripts/lib/command/session';
import { ROOT } from '../../../scripts/lib/root';

/** The packages of this tree, as a release publishes them. */
export interface Packages {
  /** The directory with one directory for each language. */
  readonly directory: string;
  /** The local Maven repository: an own one, because packages of all trees have the same version. */
  readonly mavenRepository: string;
}

/** Builds the package for one language. For .NET, it writes the code only, because the compiler is in no registry that we use. */
export async function buildPackage(session: Session, packages: Packages, target: string): Promise<void> {
  await session.run({
    name: `jsii-pacmak ${target}`,
    file: join(ROOT, 'node_modules', '.bin', 'jsii-pacmak'),
    args: [
      '--target', target,
      '--outdir', packages.directory,
      '--no-npmignore',
      '--maven-local-repository', packages.mavenRepository,
      ...target === 'dotnet' ? ['--code-only'] : [],
    ],
    cwd: ROOT,
    env: toolEnvironment(session),
  });
}

/** The path of the package for a language that has one file with this extension. */
export async function packageFile({ directory }: Packages, target: string, extension: string): Promise<string> {
  const [file] = (await readdir(join(directory, target))).filter((name) => name.endsWith(extension));
  return join(directory, target, file);
}
