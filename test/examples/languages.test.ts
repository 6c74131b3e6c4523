import { LOWEST } from '../../projenrc/versions';
import { read } from '../docs/markdown';

const { devDependencies } = JSON.parse(read('package.json'));

test.each([
  ['typescript/package.json', [`"aws-cdk-lib": "^${LOWEST.cdk}"`, `"constructs": "^${LOWEST.constructs}"`, `"typescript": "${devDependencies.typescript}"`]],
  ['python/requirements.txt', [`aws-cdk-lib>=${LOWEST.cdk},<3`, `constructs>=${LOWEST.constructs},<11`]],
  ['java/pom.xml', [`<cdk.version>${LOWEST.cdk}</cdk.version>`, `<constructs.version>${LOWEST.constructs}</constructs.version>`]],
  ['go/go.mod', [`github.com/aws/aws-cdk-go/awscdk/v2 v${LOWEST.cdk}`, `github.com/aws/constructs-go/constructs/v10 v${LOWEST.constructs}`]],
])('%s has the lowest versions', (file, lines) => {
  lines.forEach((line) => expect(read(`examples/${file}`)).toContain(line));
});

test('the translations of the examples are checked with the lowest versions', () => {
  const requirements = read('test/e2e/examples/requirements.txt');
  expect(requirements.match(/^[^#\n].*$/gm)).toEqual([`aws-cdk-lib==${LOWEST.cdk}`, `constructs==${LOWEST.constructs}`]);
});
