import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quickStart } from './steps';
import { Session } from '../../../../scripts/lib/command/session';
import { ROOT } from '../../../../scripts/lib/root';
import { Language } from '../language';
import { Packages } from '../packages';
import { toolEnvironment } from '../tool-environment';

const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** Follows README's quick start in a language. Returns the template of the stack, without what the CDK adds for the language. */
export async function followQuickStart(session: Session, { name, remedy, quickStart: withPackages }: Language, packages: Packages) {
  const directory = session.path(`quick-start-${name}`);
  await mkdir(directory);
  const lines = ['set -euo pipefail'];
  for (const [index, step] of quickStart(name).entries()) {
    if ('commands' in step) {
      // What `cdk init` makes requires the CDK of its day, which not every registry has at once.
      const commands = step.commands.replaceAll('aws-cdk@2 ', `aws-cdk@${devDependencies['aws-cdk']} `);
      lines.push(await withPackages!(commands, packages));
    } else {
      const content = join(directory, `step-${index}`);
      await writeFile(content, step.content);
      // Only what `cdk init` has made can be replaced.
      lines.push(`test -f ${step.file}`, `cp ${content} ${step.file}`);
    }
  }
  const env = { ...toolEnvironment(session), npm_config_yes: 'true' };
  await session.run({ name: `quick start ${name}`, file: 'bash', args: ['-c', lines.join('\n')], remedy, cwd: directory, env });
  const template = JSON.parse(await readFile(join(directory, 'my-app', 'cdk.out', 'MyAppStack.template.json'), 'utf8'));
  delete template.Resources.CDKMetadata;
  delete template.Conditions;
  return template;
}
