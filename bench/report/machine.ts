import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { NODE } from '../functions/process';

const BENCH = join(__dirname, '..');
const ROOT = join(BENCH, '..');

/** The machine and the versions that figures depend on. */
export function machine(python: string): Record<string, string> {
  const output = (file: string, ...args: string[]): string => execFileSync(file, args, { cwd: ROOT, encoding: 'utf8' }).trim();
  const version = (directory: string, name: string): string => (
    JSON.parse(readFileSync(join(directory, 'node_modules', name, 'package.json'), 'utf8')).version
  );
  return {
    'Date': new Date().toISOString().slice(0, 10),
    'Commit': output('git', 'describe', '--always', '--dirty'),
    'Machine': `${cpus()[0].model.trim()}, ${availableParallelism()} processors, ${Math.round(totalmem() / 1024 ** 3)} GiB`,
    'System': `${platform()} ${release()} ${arch()}`,
    'Node.js': `${output(NODE, '--version')} for the functions, ${process.version} for the rest`,
    'Python': output(python, '-c', 'import platform; print(platform.python_version())'),
    'boto3': output(python, '-c', 'import boto3; print(boto3.__version__)'),
    'MiniStack': output(python, '-c', 'from importlib.metadata import version; print(version("ministack"))'),
    'AWS SDK for JavaScript': `v3 ${version(ROOT, '@aws-sdk/client-dynamodb')}, v2 ${version(BENCH, 'aws-sdk')}`,
    'aws-lite': version(BENCH, '@aws-lite/client'),
    'autocannon': version(BENCH, 'autocannon'),
    'AWS CDK': version(ROOT, 'aws-cdk-lib'),
    'AWS Solutions Constructs': version(BENCH, '@aws-solutions-constructs/aws-cognito-apigateway-lambda'),
  };
}
