import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

const PATH = '/user/profile';
const URLS = ['https://localhost:3000'];

/** One operation of the service: a route and its function. */
interface Operation {
  readonly id: string;
  readonly method: apigwv2.HttpMethod;
  readonly handler: string;
  readonly description: string;
  readonly actions: string[];
  readonly environment?: Record<string, string>;
}

const STORES = { MAX_PROFILE_SIZE: '65536' };
const OPERATIONS: Operation[] = [
  {
    id: 'ReadProfile',
    method: apigwv2.HttpMethod.GET,
    handler: 'profile.read',
    description: 'Reads the profile of the signed-in user',
    actions: ['dynamodb:GetItem'],
  },
  {
    id: 'ReplaceProfile',
    method: apigwv2.HttpMethod.POST,
    handler: 'profile.replace',
    description: 'Creates or replaces the profile of the signed-in user',
    actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
    environment: STORES,
  },
  {
    id: 'UpdateProfile',
    method: apigwv2.HttpMethod.PATCH,
    handler: 'profile.update',
    description: 'Updates the profile of the signed-in user',
    actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
    environment: STORES,
  },
  {
    id: 'DeleteProfile',
    method: apigwv2.HttpMethod.DELETE,
    handler: 'profile.delete',
    description: 'Deletes the profile of the signed-in user',
    actions: ['dynamodb:GetItem', 'dynamodb:DeleteItem'],
  },
];

/**
 * Adds the resources of a `CognitoProfileService` with default props, written by hand from L2 constructs as an app would: the same
 * resources with the same properties.
 *
 * @param handlers the directory of the Node.js handlers
 */
export function addServiceByHand(scope: Construct, id: string, handlers: string): void {
  const service = new Construct(scope, id);
  const { userPool, client } = addSignIn(service, `profile-service-${id.toLowerCase()}`);
  const table = addTable(service);
  const api = addApi(service, userPool, client);
  const code = lambda.Code.fromAsset(handlers);
  for (const operation of OPERATIONS) {
    api.addRoutes({
      path: PATH,
      methods: [operation.method],
      integration: new HttpLambdaIntegration(operation.id, addFunction(service, operation, code, table)),
    });
  }
}

function addSignIn(scope: Construct, domainPrefix: string): { userPool: cognito.UserPool; client: cognito.UserPoolClient } {
  const userPool = new cognito.UserPool(scope, 'UserPool', {
    selfSignUpEnabled: true,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    autoVerify: { email: true },
    keepOriginal: { email: true },
    accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
    passwordPolicy: {
      minLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(7),
    },
    mfa: cognito.Mfa.OPTIONAL,
    mfaSecondFactor: { sms: false, otp: true },
    featurePlan: cognito.FeaturePlan.ESSENTIALS,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const writable: cognito.StandardAttributesMask = {
    address: true,
    birthdate: true,
    email: true,
    familyName: true,
    fullname: true,
    gender: true,
    givenName: true,
    lastUpdateTime: true,
    locale: true,
    middleName: true,
    nickname: true,
    phoneNumber: true,
    preferredUsername: true,
    profilePage: true,
    profilePicture: true,
    timezone: true,
    website: true,
  };
  const client = userPool.addClient('Client', {
    generateSecret: false,
    authFlows: { userSrp: true },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [
        cognito.OAuthScope.PHONE,
        cognito.OAuthScope.EMAIL,
        cognito.OAuthScope.OPENID,
        cognito.OAuthScope.PROFILE,
        cognito.OAuthScope.COGNITO_ADMIN,
      ],
      callbackUrls: URLS,
      logoutUrls: URLS,
    },
    supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.days(30),
    readAttributes: new cognito.ClientAttributes().withStandardAttributes({ ...writable, emailVerified: true, phoneNumberVerified: true }),
    writeAttributes: new cognito.ClientAttributes().withStandardAttributes(writable),
  });
  userPool.addDomain('Domain', {
    cognitoDomain: { domainPrefix },
    managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  new cognito.CfnManagedLoginBranding(scope, 'Branding', {
    userPoolId: userPool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  });
  return { userPool, client };
}

function addTable(scope: Construct): dynamodb.Table {
  const pk = { name: 'pk', type: dynamodb.AttributeType.STRING };
  const sk = { name: 'sk', type: dynamodb.AttributeType.STRING };
  const table = new dynamodb.Table(scope, 'Table', {
    partitionKey: pk,
    sortKey: sk,
    billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  table.addGlobalSecondaryIndex({ indexName: 'sk-pk-index', partitionKey: sk, sortKey: pk, projectionType: dynamodb.ProjectionType.ALL });
  return table;
}

function addFunction(scope: Construct, operation: Operation, code: lambda.Code, table: dynamodb.Table): lambda.Function {
  const logGroup = addLogGroup(scope, `${operation.id}Logs`);
  const role = new iam.Role(scope, `${operation.id}Role`, { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(new iam.PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }));
  const handler = new lambda.Function(scope, operation.id, {
    description: operation.description,
    runtime: lambda.Runtime.NODEJS_24_X,
    architecture: lambda.Architecture.ARM_64,
    code,
    handler: operation.handler,
    role,
    logGroup,
    loggingFormat: lambda.LoggingFormat.JSON,
    tracing: lambda.Tracing.ACTIVE,
    memorySize: 512,
    timeout: Duration.seconds(15),
    environment: { DYNAMODB_TABLE: table.tableName, USER_PARTITIONS: '1', ...operation.environment },
  });
  role.addToPolicy(new iam.PolicyStatement({ actions: operation.actions, resources: [table.tableArn] }));
  return handler;
}

function addApi(scope: Construct, userPool: cognito.UserPool, client: cognito.UserPoolClient): apigwv2.HttpApi {
  const api = new apigwv2.HttpApi(scope, 'Api', {
    apiName: scope.node.path.replaceAll('/', '-'),
    description: 'The profile of the signed-in user',
    createDefaultStage: false,
    disableExecuteApiEndpoint: false,
    defaultAuthorizer: new HttpJwtAuthorizer('JwtAuthorizer', `https://${userPool.userPoolProviderName}`, {
      jwtAudience: [client.userPoolClientId],
    }),
    corsPreflight: {
      allowOrigins: ['*'],
      allowMethods: [
        apigwv2.CorsHttpMethod.GET,
        apigwv2.CorsHttpMethod.HEAD,
        apigwv2.CorsHttpMethod.OPTIONS,
        apigwv2.CorsHttpMethod.POST,
        apigwv2.CorsHttpMethod.PUT,
        apigwv2.CorsHttpMethod.PATCH,
        apigwv2.CorsHttpMethod.DELETE,
      ],
      allowHeaders: ['Authorization', 'Content-Type', 'If-Match', 'If-None-Match'],
      exposeHeaders: ['ETag', 'Retry-After'],
      maxAge: Duration.hours(2),
    },
  });
  api.addStage('Stage', {
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: 1000, burstLimit: 1000 },
    accessLogSettings: {
      destination: new apigwv2.LogGroupLogDestination(addLogGroup(scope, 'AccessLog')),
      format: AccessLogFormat.custom(JSON.stringify({
        requestId: '$context.requestId',
        requestTime: '$context.requestTime',
        sourceIp: '$context.identity.sourceIp',
        routeKey: '$context.routeKey',
        status: '$context.status',
        protocol: '$context.protocol',
        responseLength: '$context.responseLength',
        responseLatency: '$context.responseLatency',
        integrationLatency: '$context.integrationLatency',
        integrationStatus: '$context.integrationStatus',
        integrationRequestId: '$context.integration.requestId',
        errorType: '$context.error.responseType',
      })),
    },
  });
  return api;
}

function addLogGroup(scope: Construct, id: string): logs.LogGroup {
  return new logs.LogGroup(scope, id, {
    retention: logs.RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
}
