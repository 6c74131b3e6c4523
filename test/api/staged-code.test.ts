import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { ASSET_RESOURCE_METADATA_ENABLED_CONTEXT } from 'aws-cdk-lib/cx-api';
import { StagedCode } from '../../src/api/staged-code';

/** A directory that a umask of 077 has made unreadable for others. */
function privateDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'source-'));
  mkdirSync(path.join(directory, 'inner'));
  for (const name of ['handler.js', 'inner/part.js']) {
    writeFileSync(path.join(directory, name), `// ${name}`, { mode: 0o600 });
  }
  chmodSync(path.join(directory, 'inner'), 0o700);
  return directory;
}

/** Adds a function with the code, and returns where the code is staged. */
function stage(stack: Stack, source: string, files?: Record<string, string>): string {
  const fn = new lambda.Function(stack, `Function${stack.node.children.length}`, {
    code: new StagedCode(source, files),
    handler: 'handler.handler',
    runtime: lambda.Runtime.NODEJS_24_X,
  });
  return path.resolve(Stage.of(stack)!.outdir, (fn.node.defaultChild as lambda.CfnFunction).getMetadata('aws:asset:path'));
}

function newStack(): Stack {
  return new Stack(newApp(), 'Stack');
}

function newApp(): App {
  return new App({ context: { [ASSET_RESOURCE_METADATA_ENABLED_CONTEXT]: true } });
}

function modes(directory: string): Record<string, string> {
  const entries = ['', ...readdirSync(directory, { recursive: true }) as string[]].sort();
  return Object.fromEntries(entries.map((entry) => [entry, (statSync(path.join(directory, entry)).mode % 0o1000).toString(8)]));
}

test.each([0o022, 0o027, 0o077])('with the umask %o, Lambda can read the code', (umask) => {
  const source = privateDirectory();
  const original = process.umask(umask);
  try {
    expect(modes(stage(newStack(), source, { 'schema.json': '{}' }))).toEqual({
      '': '755',
      'handler.js': '644',
      'inner': '755',
      'inner/part.js': '644',
      'schema.json': '644',
    });
  } finally {
    process.umask(original);
  }
});

test('the AWS CDK deploys the directory in the cloud assembly, and copies it nowhere', () => {
  const stack = newStack();
  const directory = stage(stack, privateDirectory(), { 'schema.json': '{}' });
  const assembly = (stack.node.root as App).synth().directory;
  expect(readFileSync(path.join(directory, 'schema.json'), 'utf-8')).toBe('{}');
  const { files } = JSON.parse(readFileSync(path.join(assembly, 'Stack.assets.json'), 'utf-8'));
  expect(Object.values<any>(files).map(({ source }) => source.path)).toContain(path.basename(directory));
  expect(readdirSync(assembly).filter((name) => name.startsWith('asset.'))).toEqual([path.basename(directory)]);
});

test('nothing is printed', () => {
  const source = privateDirectory();
  const stack = newStack();
  const print = jest.spyOn(process.stderr, 'write');
  stage(stack, source, { 'schema.json': '{}' });
  expect(print).not.toHaveBeenCalled();
});

test('the hash follows from the content, and not from the place or the modes', () => {
  const [first, second] = [privateDirectory(), privateDirectory()];
  chmodSync(path.join(second, 'handler.js'), 0o644);
  const hashes = [first, second].map((source) => path.basename(stage(newStack(), source, { 'schema.json': '{}' })));
  expect(hashes[1]).toBe(hashes[0]);
});

test.each<[string, Record<string, string>]>([
  ['another content', { 'schema.json': '{"a": 1}' }],
  ['another name', { 'other.json': '{}' }],
  ['no file', {}],
])('%s has another hash', (_, files) => {
  const source = privateDirectory();
  const stack = newStack();
  expect(stage(stack, source, files)).not.toBe(stage(stack, source, { 'schema.json': '{}' }));
});

test('equal code of several stages is one asset', () => {
  const app = newApp();
  const source = privateDirectory();
  const [first, second] = ['Test', 'Production'].map((id) => stage(new Stack(new Stage(app, id), 'Stack'), source));
  expect(second).toBe(first);
});

test('a synthesis that broke off leaves no incomplete code', () => {
  const source = privateDirectory();
  const directory = stage(newStack(), source);
  const stack = newStack();
  const incomplete = path.join(Stage.of(stack)!.assetOutdir, `${path.basename(directory)}-incomplete`);
  mkdirSync(incomplete);
  writeFileSync(path.join(incomplete, 'half.js'), '');
  expect(readdirSync(stage(stack, source)).sort()).toEqual(['handler.js', 'inner']);
  expect(existsSync(incomplete)).toBe(false);
});
