import { join } from 'node:path';
import { Language } from './language';
import { REPOSITORY } from '../../../projenrc/repository';
import { NEWEST_CDK } from '../../../projenrc/versions';

const PACKAGE = 'cdkcognitoprofileservice';
const MODULE = `${REPOSITORY.goModule}/${PACKAGE}`;

export const GO: Language = {
  name: 'Go',
  directory: 'go',
  newestCdk: NEWEST_CDK.go,
  toolchain: ['go', 'version'],
  remedy: 'Install Go 1.26 or newer.',
  install: async (app, { directory }, { cdk, constructs }) => {
    await app.run('go mod edit', ['go', 'mod', 'edit', ...fromDirectory(directory)]);
    const versions = [`github.com/aws/aws-cdk-go/awscdk/v2@v${cdk}`, `github.com/aws/constructs-go/constructs/v10@v${constructs}`];
    await app.run('go get', ['go', 'get', ...versions]);
    await app.run('go mod tidy', ['go', 'mod', 'tidy']);
  },
  checks: { 'go build': ['go', 'build', './...'], 'go vet': ['go', 'vet', './...'], 'go test': ['go', 'test', '.'] },
  everyProp: 'go run ./everyprop',
  quickStart: async (commands, { directory }) => commands.replace(`go get ${MODULE}`, `go mod edit ${fromDirectory(directory).join(' ')}`),
};

/** The flags of `go mod edit` that take the module from the directory of the packages. */
function fromDirectory(directory: string): string[] {
  return ['-require', `${MODULE}@v0.0.0`, '-replace', `${MODULE}=${join(directory, 'go', PACKAGE)}`];
}
