import { join } from 'node:path';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { CognitoProfileService } from '../../src';
import { PROFILE_PATH } from '../../src/api/paths';

const CODE = join(__dirname, 'tutorial');
const PACKAGES = join(__dirname, '..', '..', 'node_modules');

/**
 * Adds the API of the tutorial to a stack, for the users of a service. Its functions are configured as those of the service.
 * Returns the URL of the profile.
 */
export function addTutorial(stack: Stack, service: CognitoProfileService): string {
  const table = new dynamodb.Table(stack, 'TutorialTable', {
    partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
    sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
    billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const api = new apigwv2.HttpApi(stack, 'TutorialApi', {
    defaultAuthorizer: new HttpJwtAuthorizer('Authorizer', service.issuer, { jwtAudience: [service.userPoolClient.userPoolClientId] }),
  });
  const { runtime, architecture, timeout } = service.readProfileFunction;
  for (const [method, handler] of [[apigwv2.HttpMethod.GET, 'get'], [apigwv2.HttpMethod.POST, 'create']] as const) {
    const handlerFunction = new lambda.Function(stack, `Tutorial${method}`, {
      runtime,
      architecture,
      timeout,
      memorySize: 512,
      tracing: lambda.Tracing.ACTIVE,
      code: lambda.Code.fromAsset(CODE),
      handler: `profile.${handler}`,
      // As in Lambda, NODE_PATH leads to the SDK: here to the packages of this project, as MiniStack has none.
      environment: { DYNAMODB_TABLE: table.tableName, NODE_PATH: PACKAGES },
    });
    table.grantReadWriteData(handlerFunction);
    api.addRoutes({ path: PROFILE_PATH, methods: [method], integration: new HttpLambdaIntegration(method, handlerFunction) });
  }
  return api.apiEndpoint + PROFILE_PATH;
}
