import { App, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { CognitoProfileService } from '../../src';

test('one error lists every bad prop, names the construct, and leaves nothing half-made', () => {
  const stack = new Stack(new App(), 'Stack');
  let message = '';
  try {
    new CognitoProfileService(stack, 'Profiles', {
      domainSuffix: 'AWS_Acme',
      runtime: lambda.Runtime.JAVA_21,
      tableCapacity: { readCapacity: 0, writeCapacity: 0 },
    });
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message.split('\n')).toEqual([
    "Invalid props of CognitoProfileService at 'Stack/Profiles':",
    expect.stringMatching(/^ {2}- domainSuffix: 'AWS_Acme' /),
    expect.stringMatching(/^ {2}- runtime: 'java21' /),
    expect.stringMatching(/^ {2}- tableCapacity.readCapacity: 0 /),
    expect.stringMatching(/^ {2}- tableCapacity.writeCapacity: 0 /),
  ]);
  expect(stack.node.findChild('Profiles').node.children).toEqual([]);
});
