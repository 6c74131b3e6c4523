import { execFileSync } from 'child_process';
import * as path from 'path';

const ROOT = path.join(__dirname, '..');
const PROGRAM = `
require('./src');
console.log(JSON.stringify(Object.keys(require.cache)));
`;

/** The files that loading the library loads, in a process of its own, because Jest has other modules loaded. */
const FILES: string[] = JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', '--eval', PROGRAM], { cwd: ROOT, encoding: 'utf-8' }));
const OURS = FILES.flatMap((file) => (file.startsWith(path.join(ROOT, 'src')) ? [path.relative(path.join(ROOT, 'src'), file)] : []));

test('loading the library loads only parts that every service uses', () => {
  expect(OURS).toContain('cognito-profile-service.ts');
  expect(OURS.filter((file) => /profile-schema\/|open-api\/open-api\.ts|operations\/(?:alarms|dashboard)|^(?:administrators|account-deletion|change-events)\//.test(file))).toEqual([]);
  expect(OURS.length).toBeLessThanOrEqual(50);
});

test('loading the library loads only services of the AWS CDK that it extends', () => {
  const services = FILES.flatMap((file) => /aws-cdk-lib\/(aws-[a-z0-9-]+)\/lib\//.exec(file)?.[1] ?? []);
  expect([...new Set(services)].sort()).toEqual(['aws-apigatewayv2', 'aws-cognito', 'aws-dynamodb', 'aws-iam', 'aws-logs']);
});
