import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';

/** Adds one service to a stack of its own. */
export type AddService = (stack: Stack, index: number) => void;

const DOMAIN_SUFFIX = 'bench';

/**
 * What is synthesized, by name. Each variant loads its package when it is asked for, so that the time of the import is its own.
 *
 * `library` is the directory of this library, which is imported as an app imports it: compiled.
 */
export const VARIANTS: Readonly<Record<string, (library: string) => AddService>> = {
  'this library': (library) => {
    const { CognitoProfileService } = require(library);
    return (stack, index) => new CognitoProfileService(stack, 'Profiles', { domainSuffix: `${DOMAIN_SUFFIX}${index}` });
  },
  'this library, with a schema': (library) => {
    const { CognitoProfileService } = require(library);
    const { schemaOf } = require('../functions/schemas');
    return (stack, index) => (
      new CognitoProfileService(stack, 'Profiles', { domainSuffix: `${DOMAIN_SUFFIX}${index}`, profileSchema: schemaOf(20 + index) })
    );
  },
  'the same resources from L2s': (library) => {
    const { addServiceByHand } = require('./by-hand');
    return (stack, index) => addServiceByHand(stack, `Profiles${index}`, join(library, 'assets', 'handlers', 'nodejs'));
  },
  'Solutions Constructs': (library) => {
    const { CognitoToApiGatewayToLambda } = require('@aws-solutions-constructs/aws-cognito-apigateway-lambda');
    const lambda = require('aws-cdk-lib/aws-lambda');
    return (stack) => new CognitoToApiGatewayToLambda(stack, 'Profiles', {
      lambdaFunctionProps: {
        runtime: lambda.Runtime.NODEJS_22_X,
        handler: 'profile.read',
        code: lambda.Code.fromAsset(join(library, 'assets', 'handlers', 'nodejs')),
      },
    }).addAuthorizers();
  },
};
