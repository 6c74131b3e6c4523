import { read, rowsOf, section } from './markdown';
import { LOWEST, NEWEST_CDK } from '../../projenrc/versions';
import { NODE_VERSIONS } from '../e2e/compatibility/node-versions';

const { engines, peerDependencies } = JSON.parse(read('package.json'));
const SECTION = section('README.md', 'Supported versions').replace(/(?<!\|)\n(?!\|)/g, ' ');

test('the requirements are those of the package', () => {
  const node = LOWEST.node.replace(/\.0$/, '');
  expect({ engines, peerDependencies }).toEqual({
    engines: { node: `>= ${LOWEST.node}` },
    peerDependencies: { 'aws-cdk-lib': `^${LOWEST.cdk}`, 'constructs': `^${LOWEST.constructs}` },
  });
  expect(SECTION).toContain(`requires \`aws-cdk-lib\` ${LOWEST.cdk} or later and \`constructs\` ${LOWEST.constructs} or later.`);
  expect(SECTION).toContain(`the CDK runs on Node.js ${node} or later.`);
  expect(SECTION).toContain(`| Node.js ${node} or later |`);
});

test('the versions of Node.js are those that tests run on', () => {
  const [development, ...others] = [LOWEST.node, ...NODE_VERSIONS].map((version) => version.split('.')[0]);
  expect(SECTION).toContain(`Tests run on Node.js ${development}, ${others.join(' and ')}.`);
});

test('the versions of the CDK are those that each language is tested with', () => {
  const rows = rowsOf(SECTION).map((cells) => [cells[0], cells.at(-1)]);
  expect(rows.slice(1)).toEqual([
    ['TypeScript, JavaScript', `${LOWEST.cdk}, ${NEWEST_CDK.typescript}`],
    ['Python', `${LOWEST.cdk}, ${NEWEST_CDK.python}`],
    ['Java', `${LOWEST.cdk}, ${NEWEST_CDK.java}`],
    ['Go', `${LOWEST.cdk}, ${NEWEST_CDK.go}`],
    ['.NET', 'not compiled in tests; the generated code is parsed'],
  ]);
});
