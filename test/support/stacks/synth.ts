import * as path from 'path';
import { App, Stack, StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { CognitoProfileService, CognitoProfileServiceProps } from '../../../src';

/** A stack of its own app with one service. */
export interface Synthesized {
  readonly stack: Stack;
  readonly service: CognitoProfileService;
  readonly template: Template;
}

/** Props over those that a service needs, or what makes all of them with what they need in the same stack. */
export type Given = CognitoProfileServiceProps | ((scope: Construct) => CognitoProfileServiceProps);

/** Puts a service into a stack. */
export function makeService(stack: Stack, given: Given, id = 'Profiles'): CognitoProfileService {
  return new CognitoProfileService(stack, id, typeof given === 'function' ? given(stack) : { domainSuffix: 'acme', ...given });
}

/** Puts a service into a stack and synthesizes it. */
export function synthesize(given: Given = {}, stackProps: StackProps = {}): Synthesized {
  const stack = new Stack(new App(), 'Stack', stackProps);
  const service = makeService(stack, given);
  return { stack, service, template: Template.fromStack(stack) };
}

/** The newest runtime of each language. */
export const RUNTIMES = { python: lambda.Runtime.PYTHON_3_14, nodejs: lambda.Runtime.NODEJS_24_X };

/** Where the code of a function, by its properties, is in the synthesized app. */
export function codeDirectory(stack: Stack, { Code }: Record<string, any>): string {
  return path.join((stack.node.root as App).synth().directory, `asset.${path.basename(Code.S3Key, '.zip')}`);
}

/** The only resource of a type, by its properties and settings. */
export function onlyResource(template: Template, type: string): Record<string, any> {
  const resources = Object.values(template.findResources(type));
  expect(resources).toHaveLength(1);
  return resources[0];
}

/** A resource's logical id, by its type and a property that tells it from others; so that tests need not know the hash. */
export function logicalId(template: Template, type: string, properties: object = {}): string {
  const ids = Object.keys(template.findResources(type, { Properties: properties }));
  expect(ids).toHaveLength(1);
  return ids[0];
}
