import { readdirSync, readFileSync } from 'fs';
import * as path from 'path';
import { App, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { HandlerCode } from '../../src/api/handler-code';
import { readProfileSchema } from '../../src/profile-schema';
import { ProfileSchemaDocument } from '../../src/profile-schema/document';
import { RUNTIMES, synthesize } from '../support/stacks/synth';

const ONE = readProfileSchema({ type: 'object', properties: { one: { type: 'string', readOnly: true } } }).document;
const OTHER = readProfileSchema({ type: 'object', properties: { other: {} } }).document;

/** Where the code of functions lies in the cloud assembly. */
function stage(...codes: lambda.Code[]): string[] {
  const stack = new Stack(new App({ context: { 'aws:cdk:enable-asset-metadata': true } }), 'Stack');
  const functions = codes.map((code, index) => new lambda.Function(stack, `Function${index}`, {
    code,
    handler: 'profile.read',
    runtime: lambda.Runtime.NODEJS_24_X,
  }));
  const assembly = (stack.node.root as App).synth();
  return functions.map((fn) => path.join(assembly.directory, (fn.node.defaultChild as lambda.CfnFunction).getMetadata('aws:asset:path')));
}

function codeWith(schema: ProfileSchemaDocument): lambda.Code {
  return new HandlerCode(RUNTIMES.nodejs, schema).withSchema;
}

function filesOf(directory: string): string[] {
  return readdirSync(directory).filter((file) => !/^(?:\.|__pycache__)/.test(file)).sort();
}

const LANGUAGES = Object.entries(RUNTIMES);

test.each(LANGUAGES)('%s: without a schema the code is the handlers alone', (_, runtime) => {
  const [directory] = stage(new HandlerCode(runtime).withSchema);
  expect(filesOf(directory)).not.toContain('schema.json');
});

test.each(LANGUAGES)('%s: with a schema, the code has it in a file beside the handlers', (_, runtime) => {
  const { handlers, withSchema } = new HandlerCode(runtime, ONE);
  const [plain, directory] = stage(handlers, withSchema);
  expect(filesOf(directory).filter((file) => !filesOf(plain).includes(file))).toEqual(['schema.json']);
  expect(JSON.parse(readFileSync(path.join(directory, 'schema.json'), 'utf-8'))).toEqual({
    schemas: [{ type: ['object'], properties: { one: 1 } }, { type: ['string'] }],
    patterns: [],
    readOnly: { one: true },
  });
});

test('schemas that differ in the order of their keys have the same file and the same hash', () => {
  const inOrder = { type: 'object', properties: { a: { const: { x: 1, y: 2 } }, b: { pattern: 'x' } }, required: ['b', 'a'] };
  const reversed = { required: ['b', 'a'], properties: { b: { pattern: 'x' }, a: { const: { y: 2, x: 1 } } }, type: 'object' };
  const [first, second] = [inOrder, reversed].map((schema) => stage(codeWith(readProfileSchema(schema).document))[0]);
  expect(path.basename(second)).toBe(path.basename(first));
  expect(readFileSync(path.join(second, 'schema.json'))).toEqual(readFileSync(path.join(first, 'schema.json')));
});

test('functions with the same schema share their code, those with another one do not', () => {
  const code = codeWith(ONE);
  const [first, second, again, other] = stage(code, code, codeWith(ONE), codeWith(OTHER));
  expect(new Set([first, second, again])).toEqual(new Set([first]));
  expect(other).not.toBe(first);
  expect(readFileSync(path.join(other, 'schema.json'), 'utf-8')).toContain('other');
});

test('the code is the same in every synth', () => {
  const [first] = stage(codeWith(ONE));
  const [second] = stage(codeWith(ONE));
  expect(path.basename(first)).toBe(path.basename(second));
});

test.each([
  ['one asset without a schema', {}, 1],
  ['two assets with a schema', { profileSchema: { type: 'object' } }, 2],
])('the functions of a service share %s', (_, props, count) => {
  const assembly = (synthesize(props).stack.node.root as App).synth();
  expect(readdirSync(assembly.directory).filter((name) => name.startsWith('asset.'))).toHaveLength(count);
});
