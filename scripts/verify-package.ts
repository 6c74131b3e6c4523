import { execFileSync } from 'child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { faultsOfFiles, faultsOfManifest, faultsOfSize } from './lib/package-contents';

/** Installs the packed package into an empty TypeScript app, synthesizes the one-line example there, and runs the command of the package. */
const PACKAGES = path.join(__dirname, '..', 'dist', 'js');
const APP = `
import { App, Stack } from 'aws-cdk-lib';
import { CognitoProfileService } from 'cdk-cognito-profile-service';

class ProfilesStack extends Stack {
  readonly profiles = new CognitoProfileService(this, 'Profiles', { domainSuffix: 'acme' });
}
new ProfilesStack(new App(), 'ProfilesStack');
`;
const EXPECTED_TYPES = [
  'AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Authorizer', 'AWS::ApiGatewayV2::Route', 'AWS::ApiGatewayV2::Stage',
  'AWS::Cognito::ManagedLoginBranding', 'AWS::Cognito::UserPool', 'AWS::Cognito::UserPoolClient', 'AWS::Cognito::UserPoolDomain',
  'AWS::DynamoDB::Table', 'AWS::IAM::Role', 'AWS::Lambda::Function', 'AWS::Logs::LogGroup',
];
const [tarball] = readdirSync(PACKAGES).filter((file) => file.endsWith('.tgz')).map((file) => path.join(PACKAGES, file));
if (!tarball) {
  throw new Error(`There is no package in ${PACKAGES}; make one with 'CI=1 npx projen build'.`);
}
verifyContents();
verifyUse();

function verifyContents(): void {
  const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf-8' }).trim().split('\n');
  const manifest = JSON.parse(execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf-8' }));
  const { size } = statSync(tarball);
  const faults = [...faultsOfFiles(files), ...faultsOfManifest(manifest), ...faultsOfSize(size)];
  if (faults.length > 0) {
    throw new Error(`${tarball} is not what is to be published:\n${faults.join('\n')}`);
  }
  console.log(`${path.basename(tarball)}: ${files.length} files, ${size} bytes`);
}

function verifyUse(): void {
  const app = mkdtempSync(path.join(tmpdir(), 'profiles-app-'));
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: app, stdio: ['ignore', 'inherit', 'inherit'] });
  try {
    writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'profiles-app', private: true }));
    writeFileSync(path.join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, module: 'node16', types: ['node'] } }));
    writeFileSync(path.join(app, 'app.ts'), APP);
    run('npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', tarball, 'aws-cdk-lib@^2', 'constructs@^10', 'typescript@~6.0', '@types/node@^20');
    run('npx', 'tsc');
    execFileSync(process.execPath, ['app.js'], { cwd: app, stdio: 'inherit', env: { ...process.env, CDK_OUTDIR: 'cdk.out' } });
    const template = JSON.parse(readFileSync(path.join(app, 'cdk.out', 'ProfilesStack.template.json'), 'utf-8'));
    const types = new Set(Object.values(template.Resources as Record<string, { Type: string }>).map(({ Type }) => Type));
    const missing = EXPECTED_TYPES.filter((type) => !types.has(type));
    if (missing.length > 0) {
      throw new Error(`The stack lacks ${missing.join(', ')}.`);
    }
    const description = execFileSync('npx', ['--no-install', 'cdk-cognito-profile-service', 'openapi'], { cwd: app, encoding: 'utf-8' });
    if (!JSON.parse(description).paths['/user/profile']) {
      throw new Error('The command openapi describes no profile.');
    }
    const help = execFileSync('npx', ['--no-install', 'cdk-cognito-profile-service', 'local', '--help'], { cwd: app, encoding: 'utf-8' });
    if (!help.includes('Usage: npx cdk-cognito-profile-service local')) {
      throw new Error(`The command local does not start: ${help}`);
    }
    console.log(`The one-line example gives a stack with ${Object.keys(template.Resources).length} resources.`);
  } finally {
    rmSync(app, { recursive: true, force: true });
  }
}
