import * as path from 'path';
import { AwsApiCall, ExpectedResult } from '@aws-cdk/integ-tests-alpha';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { ILogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { CHECKS } from './program/checks';
import { PASSED } from './program/result';
import { CognitoProfileService } from '../../src';

export interface JourneyProps {
  readonly service: CognitoProfileService;
  /** A name instead of one that CloudFormation generates, for assertions that must not refer to the stack. */
  readonly functionName?: string;
  /** The group of the service's administrators, to which the program adds users. */
  readonly adminGroup?: string;
}

/**
 * The program that uses a service as its users do, as a Lambda function. The app client must allow ADMIN_USER_PASSWORD_AUTH.
 *
 * A program instead of one assertion for each request: requests need tokens and entity tags of earlier responses, and as attributes of
 * custom resources, tokens would be visible in CloudFormation.
 */
export class Journey extends Construct {
  public readonly service: CognitoProfileService;
  public readonly function: lambda.Function;

  constructor(scope: Construct, id: string, { service, functionName, adminGroup }: JourneyProps) {
    super(scope, id);
    this.service = service;
    const accessLog = service.httpApi.node.findChild('AccessLog') as unknown as ILogGroup;
    this.function = new NodejsFunction(this, 'Function', {
      functionName,
      entry: path.join(__dirname, 'program', 'index.ts'),
      runtime: lambda.Runtime.NODEJS_24_X,
      // With the SDK, because MiniStack runs functions without it.
      bundling: { target: 'node20', mainFields: ['module', 'main'], bundleAwsSDK: true, minify: true },
      // The function of an assertion has 2 minutes.
      timeout: Duration.seconds(110),
      memorySize: 512,
      logGroup: new LogGroup(this, 'LogGroup', { removalPolicy: RemovalPolicy.DESTROY }),
      environment: {
        PROFILE_URL: service.profileUrl,
        USER_POOL_ID: service.userPool.userPoolId,
        USER_POOL_CLIENT_ID: service.userPoolClient.userPoolClientId,
        ACCESS_LOG_GROUP: accessLog.logGroupName,
        // How long to wait for lines of the access log.
        ACCESS_LOG_SECONDS: '90',
        ...service.signInUrl && { SIGN_IN_URL: service.signInUrl },
        ...service.signOutUrl && { SIGN_OUT_URL: service.signOutUrl },
        ...adminGroup && { ADMIN_GROUP: adminGroup },
      },
    });
    service.userPool.grant(
      this.function,
      'cognito-idp:AdminCreateUser',
      'cognito-idp:AdminSetUserPassword',
      'cognito-idp:AdminInitiateAuth',
      ...adminGroup ? ['cognito-idp:AdminAddUserToGroup'] : [],
    );
    accessLog.grant(this.function, 'logs:FilterLogEvents');
  }
}

/** Adds an assertion to a stack of assertions: that a check of the program passes. */
export function assertCheck(assertions: Stack, functionName: string, check: keyof typeof CHECKS): void {
  // Not `integ.assertions.invokeFunction()`, whose results have hashes as names, and whose permission refers to the function.
  const call = new AwsApiCall(assertions, check, {
    service: 'Lambda',
    api: 'invoke',
    parameters: { FunctionName: functionName, Payload: JSON.stringify({ check }) },
  });
  call.provider.addToRolePolicy({
    Effect: iam.Effect.ALLOW,
    Action: ['lambda:InvokeFunction'],
    Resource: [assertions.formatArn({ service: 'lambda', resource: `function:${functionName}` })],
  });
  call.expect(ExpectedResult.objectLike({ Payload: JSON.stringify(PASSED) }));
}
