import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { CfnPolicy } from 'aws-cdk-lib/aws-iam';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { DOCUMENTS, read } from './markdown';
import { EXAMPLES } from '../../scripts/lib/documentation/examples';
import { RECIPES } from '../../scripts/lib/documentation/recipes';
import { runExample } from '../../scripts/lib/documentation/run-example';

const directory = process.cwd();
beforeAll(() => process.chdir(RECIPES));
afterAll(() => process.chdir(directory));

interface Quote {
  readonly document: string;
  /** The name of the file, relative to the app. */
  readonly file: string;
  readonly text: string;
}

/** The functions that the recipes show, each after the name of its file. */
const QUOTES: Quote[] = DOCUMENTS.filter((document) => document.startsWith('docs/recipes/')).flatMap((document) =>
  [...read(document).matchAll(/`(lambda\/[^`]*\.\w+)`:\n\n```(?:js|python)\n([^]*?)^```$/gm)].map(([, file, text]) => ({ document, file, text })),
);

test.each(QUOTES)('$document shows $file as it is tested', ({ file, text }) => {
  expect(text).toBe(read(`examples/recipes/${file}`));
});

test('the recipes show every function, once', () => {
  const files = readdirSync(path.join(RECIPES, 'lambda'), { recursive: true, encoding: 'utf-8' })
    .filter((file) => /\.(?:mjs|py)$/.test(file))
    .map((file) => `lambda/${file.replaceAll(path.sep, '/')}`);
  expect(files.length).toBeGreaterThan(4);
  expect(QUOTES.map(({ file }) => file).sort()).toEqual(files.sort());
});

test.each([
  ['docs/recipes/sign-up.md', { CreateProfile: ['dynamodb:PutItem'] }],
  ['docs/recipes/tokens.md', { AddClaims: ['dynamodb:GetItem'] }],
  ['docs/recipes/avatars.md', {
    AvatarsFunction: ['dynamodb:GetItem', 's3:PutObject', 's3:GetObject', 's3:DeleteObject'],
    EraseAvatar: ['s3:DeleteObject', 'sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueUrl', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  }],
])('the functions of %s have only the permissions that they use', (document, expected) => {
  const { code } = EXAMPLES.find((example) => example.document === document && example.fixture === 'default')!;
  const [app] = runExample(code);
  const stack = app.node.findChild('MyApp') as Stack;
  const actions = stack.node.children.filter((child) => child instanceof Function).map((child) => {
    const policy = child.node.findChild('ServiceRole').node.findChild('DefaultPolicy').node.defaultChild as CfnPolicy;
    const { Statement } = stack.resolve(policy.policyDocument);
    return [child.node.id, Statement.flatMap(({ Action, Resource }: any) => {
      expect(JSON.stringify(Resource)).not.toBe('"*"');
      return Action;
    })];
  });
  expect(Object.fromEntries(actions)).toEqual(expected);
});
