import { readdirSync, readFileSync } from 'fs';
import * as path from 'path';
import { App, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { handlerCode, HandlerLanguage } from '../../src/api/handler-code';
import { readProfileSchema } from '../../src/profile-schema';

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

function filesOf(directory: string): string[] {
  return readdirSync(directory).filter((file) => !/^(?:\.|__pycache__)/.test(file)).sort();
}

const LANGUAGES: HandlerLanguage[] = ['nodejs', 'python'];

test.each(LANGUAGES)('%s: without a schema the code is the handlers alone', (language) => {
  const [directory] = stage(handlerCode(language));
  expect(filesOf(directory)).not.toContain('schema.json');
});

test.each(LANGUAGES)('%s: with a schema, the code has it in a file beside the handlers', (language) => {
  const [plain, directory] = stage(handlerCode(language), handlerCode(language, ONE));
  expect(filesOf(directory).filter((file) => !filesOf(plain).includes(file))).toEqual(['schema.json']);
  expect(JSON.parse(readFileSync(path.join(directory, 'schema.json'), 'utf-8'))).toEqual({
    schemas: [{ type: ['object'], properties: { one: 1 } }, { type: ['string'] }],
    patterns: [],
    readOnly: { one: true },
  });
});

test('schemas that differ in the order of their keys have the same file', () => {
  const inOrder = { type: 'object', properties: { a: { const: { x: 1, y: 2 } }, b: { pattern: 'x' } }, required: ['b', 'a'] };
  const reversed = { required: ['b', 'a'], properties: { b: { pattern: 'x' }, a: { const: { y: 2, x: 1 } } }, type: 'object' };
  const [first, second] = stage(...[inOrder, reversed].map((schema) => handlerCode('nodejs', readProfileSchema(schema).document)));
  expect(path.basename(second)).toBe(path.basename(first));
});

test('functions with the same schema share their code, those with another one do not', () => {
  const code = handlerCode('nodejs', ONE);
  const [first, second, again, other] = stage(code, code, handlerCode('nodejs', ONE), handlerCode('nodejs', OTHER));
  expect(new Set([first, second, again])).toEqual(new Set([first]));
  expect(other).not.toBe(first);
  expect(readFileSync(path.join(other, 'schema.json'), 'utf-8')).toContain('other');
});

test('the code is the same in every synth', () => {
  const [first] = stage(handlerCode('nodejs', ONE));
  const [second] = stage(handlerCode('nodejs', ONE));
  expect(path.basename(first)).toBe(path.basename(second));
});
