import { App, Fn, RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { CognitoProfileService, CognitoProfileServiceProps } from '../src';
import { logicalId, onlyResource, synthesize } from './support/synth';

describe('by default', () => {
  const { template } = synthesize();

  test('users sign themselves up by e-mail, which is verified and not case-sensitive', () => {
    expect(onlyResource(template, 'AWS::Cognito::UserPool').Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      AutoVerifiedAttributes: ['email'],
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    });
  });

  test('the app client has the code grant only, no secret, SRP and refresh', () => {
    expect(onlyResource(template, 'AWS::Cognito::UserPoolClient').Properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthScopes: ['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin'],
      CallbackURLs: ['https://localhost:3000'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
      SupportedIdentityProviders: ['COGNITO'],
    });
  });

  test('the sign-in domain shows the newer pages, with their branding', () => {
    expect(onlyResource(template, 'AWS::Cognito::UserPoolDomain').Properties).toMatchObject({
      Domain: 'profile-service-acme',
      ManagedLoginVersion: 2,
    });
    expect(onlyResource(template, 'AWS::Cognito::ManagedLoginBranding').Properties).toEqual({
      UserPoolId: { Ref: logicalId(template, 'AWS::Cognito::UserPool') },
      ClientId: { Ref: logicalId(template, 'AWS::Cognito::UserPoolClient') },
      UseCognitoProvidedValues: true,
    });
  });

  test('every route is behind the authorizer, whose audience is the app client', () => {
    const authorizer = { Ref: logicalId(template, 'AWS::ApiGatewayV2::Authorizer') };
    const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map((route) => route.Properties);
    expect(routes.map((route) => route.RouteKey).sort()).toEqual([
      'DELETE /user/profile', 'GET /user/profile', 'PATCH /user/profile', 'POST /user/profile',
    ]);
    for (const route of routes) {
      expect(route).toMatchObject({ AuthorizationType: 'JWT', AuthorizerId: authorizer });
      expect(route).not.toHaveProperty('AuthorizationScopes');
    }
    expect(onlyResource(template, 'AWS::ApiGatewayV2::Authorizer').Properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Audience: [{ Ref: logicalId(template, 'AWS::Cognito::UserPoolClient') }],
        Issuer: { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [logicalId(template, 'AWS::Cognito::UserPool'), 'ProviderName'] }]] },
      },
    });
  });

  test('browsers of any origin may call the API, without credentials', () => {
    expect(onlyResource(template, 'AWS::ApiGatewayV2::Api').Properties.CorsConfiguration).toEqual({
      AllowOrigins: ['*'],
      AllowMethods: ['GET', 'POST', 'PATCH', 'DELETE'],
      AllowHeaders: ['Authorization', 'Content-Type', 'If-Match', 'If-None-Match'],
      ExposeHeaders: ['ETag', 'Retry-After'],
    });
  });

  test('the table is on demand, recoverable, and has the inverted index', () => {
    const { Properties } = onlyResource(template, 'AWS::DynamoDB::Table');
    expect(Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }, { AttributeName: 'sk', AttributeType: 'S' }],
      GlobalSecondaryIndexes: [{
        IndexName: 'sk-pk-index',
        KeySchema: [{ AttributeName: 'sk', KeyType: 'HASH' }, { AttributeName: 'pk', KeyType: 'RANGE' }],
        Projection: { ProjectionType: 'ALL' },
      }],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
    expect(Properties).not.toHaveProperty('ProvisionedThroughput');
  });

  test('each function runs the Node.js handlers and logs JSON to a log group of its own', () => {
    const functions = Object.values(template.findResources('AWS::Lambda::Function')).map((fn) => fn.Properties);
    expect(functions.map((fn) => fn.Handler).sort()).toEqual([
      'profile.create', 'profile.delete', 'profile.get', 'profile.update',
    ]);
    for (const fn of functions) {
      expect(fn).toMatchObject({ Runtime: 'nodejs24.x', Timeout: 15, LoggingConfig: { LogFormat: 'JSON' } });
    }
    expect(new Set(functions.map((fn) => fn.LoggingConfig.LogGroup.Ref)).size).toBe(functions.length);
    template.resourceCountIs('AWS::Logs::LogGroup', functions.length);
  });

  test.each([
    ['profile.get', ['dynamodb:GetItem']],
    ['profile.create', ['dynamodb:GetItem', 'dynamodb:UpdateItem']],
    ['profile.update', ['dynamodb:GetItem', 'dynamodb:UpdateItem']],
    ['profile.delete', ['dynamodb:GetItem', 'dynamodb:DeleteItem']],
  ])('%s may do %j on the table, write its own log, and nothing else', (handler, actions) => {
    expect(grantsOf(template, handler)).toEqual(grants(template, handler, ...actions));
  });

  test.each([
    ['profile.get', {}],
    ['profile.create', { MAX_PROFILE_SIZE: '65536' }],
    ['profile.update', { MAX_PROFILE_SIZE: '65536' }],
    ['profile.delete', {}],
  ])('%s has only the environment that it reads', (handler, more) => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Handler: handler,
      Environment: {
        Variables: Match.exact({ DYNAMODB_TABLE: { Ref: logicalId(template, 'AWS::DynamoDB::Table') }, USER_PARTITIONS: '1', ...more }),
      },
    });
  });

  test('users, profiles and logs outlive the stack, and pool and table refuse deletion', () => {
    for (const type of ['AWS::Cognito::UserPool', 'AWS::DynamoDB::Table', 'AWS::Logs::LogGroup']) {
      template.allResources(type, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    }
    expect(onlyResource(template, 'AWS::Cognito::UserPool').Properties.DeletionProtection).toBe('ACTIVE');
    expect(onlyResource(template, 'AWS::DynamoDB::Table').Properties.DeletionProtectionEnabled).toBe(true);
  });

  test('nothing has a physical name but the sign-in domain', () => {
    const named = Object.values(template.toJSON().Resources as Record<string, { Type: string; Properties?: object }>)
      .filter(({ Type }) => Type !== 'AWS::Lambda::Permission');
    const names = named.flatMap(({ Type, Properties }) => (
      Object.keys(Properties ?? {}).filter((name) => NAME_PROPERTIES.includes(name)).map((name) => `${Type} ${name}`)
    ));
    expect(names).toEqual(['AWS::Cognito::UserPoolDomain Domain']);
  });
});

const NAME_PROPERTIES = ['UserPoolName', 'ClientName', 'Domain', 'TableName', 'FunctionName', 'RoleName', 'LogGroupName'];

describe('props', () => {
  test('the classic sign-in pages come without branding', () => {
    const { template } = synthesize({ managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI });
    expect(onlyResource(template, 'AWS::Cognito::UserPoolDomain').Properties.ManagedLoginVersion).toBe(1);
    template.resourceCountIs('AWS::Cognito::ManagedLoginBranding', 0);
  });

  test.each<[string, cognito.OAuthSettings, object]>([
    ['callback URLs', { callbackUrls: ['https://app.example.com/'] }, { CallbackURLs: ['https://app.example.com/'] }],
    ['scopes', { scopes: [cognito.OAuthScope.OPENID] }, { AllowedOAuthScopes: ['openid'] }],
    ['flows', { flows: { implicitCodeGrant: true } }, { AllowedOAuthFlows: ['implicit'] }],
    ['logout URLs', { logoutUrls: ['https://app.example.com/bye'] }, { LogoutURLs: ['https://app.example.com/bye'] }],
  ])('oAuth with only %s keeps the other defaults', (_, oAuth, changed) => {
    const { template } = synthesize({ oAuth });
    expect(onlyResource(template, 'AWS::Cognito::UserPoolClient').Properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin'],
      CallbackURLs: ['https://localhost:3000'],
      ...changed,
    });
  });

  test('authFlows replace SRP; refresh stays', () => {
    const { template } = synthesize({ authFlows: { user: true } });
    expect(onlyResource(template, 'AWS::Cognito::UserPoolClient').Properties.ExplicitAuthFlows)
      .toEqual(['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']);
  });

  test('tableCapacity provisions table and index alike', () => {
    const { Properties } = onlyResource(synthesize({ tableCapacity: { readCapacity: 3, writeCapacity: 2 } }).template, 'AWS::DynamoDB::Table');
    const throughput = { ReadCapacityUnits: 3, WriteCapacityUnits: 2 };
    expect(Properties.ProvisionedThroughput).toEqual(throughput);
    expect(Properties.GlobalSecondaryIndexes[0].ProvisionedThroughput).toEqual(throughput);
    expect(Properties).not.toHaveProperty('BillingMode');
  });

  test.each([
    lambda.Runtime.PYTHON_3_11, lambda.Runtime.PYTHON_3_14, new lambda.Runtime('python3.99'),
  ])('runtime $name takes the Python handlers', (runtime) => {
    expect(codeOf(runtime)).toEqual(codeOf(lambda.Runtime.PYTHON_3_13));
    expect(codeOf(runtime)).not.toEqual(codeOf(lambda.Runtime.NODEJS_24_X));
  });

  test.each([lambda.Runtime.NODEJS_22_X, new lambda.Runtime('nodejs99.x')])('runtime $name takes the Node.js handlers', (runtime) => {
    expect(codeOf(runtime)).toEqual(codeOf(lambda.Runtime.NODEJS_24_X));
  });

  test('authorizationScopes are asked of every route', () => {
    const { template } = synthesize({ authorizationScopes: ['openid', 'email'] });
    template.allResourcesProperties('AWS::ApiGatewayV2::Route', { AuthorizationScopes: ['openid', 'email'] });
  });

  test('allowedOrigins are the only ones', () => {
    const { template } = synthesize({ allowedOrigins: ['https://app.example.com', 'http://localhost:5173'] });
    expect(onlyResource(template, 'AWS::ApiGatewayV2::Api').Properties.CorsConfiguration.AllowOrigins)
      .toEqual(['https://app.example.com', 'http://localhost:5173']);
  });

  test.each([[Size.kibibytes(128), '131072'], [Size.bytes(1), '1'], [Size.kibibytes(384), '393216']])('maxProfileSize %p reaches the writers', (maxProfileSize, bytes) => {
    expect(environmentOf('MAX_PROFILE_SIZE', { maxProfileSize })).toEqual({ 'profile.create': bytes, 'profile.update': bytes });
  });

  test('userPartitions reach every function', () => {
    expect(environmentOf('USER_PARTITIONS', { userPartitions: 16 })).toEqual({
      'profile.get': '16', 'profile.create': '16', 'profile.update': '16', 'profile.delete': '16',
    });
  });

  test('removalPolicy DESTROY takes users, profiles and logs along', () => {
    const { template } = synthesize({ removalPolicy: RemovalPolicy.DESTROY });
    for (const type of ['AWS::Cognito::UserPool', 'AWS::DynamoDB::Table', 'AWS::Logs::LogGroup']) {
      template.allResources(type, { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
    }
    expect(onlyResource(template, 'AWS::Cognito::UserPool').Properties.DeletionProtection).not.toBe('ACTIVE');
    expect(onlyResource(template, 'AWS::DynamoDB::Table').Properties.DeletionProtectionEnabled).not.toBe(true);
  });

  /** The value of an environment variable, by the handlers that have it. */
  function environmentOf(variable: string, props: Partial<CognitoProfileServiceProps>): Record<string, string> {
    return Object.fromEntries(Object.values(synthesize(props).template.findResources('AWS::Lambda::Function'))
      .map(({ Properties }) => [Properties.Handler, Properties.Environment.Variables[variable]])
      .filter(([, value]) => value !== undefined));
  }

  function codeOf(runtime: lambda.Runtime): unknown[] {
    return Object.values(synthesize({ runtime }).template.findResources('AWS::Lambda::Function')).map((fn) => fn.Properties.Code);
  }
});

describe('public properties', () => {
  test('the URLs follow the deployment', () => {
    const { service, stack } = synthesize({}, { env: { region: 'eu-west-1' } });
    expect(stack.resolve(service.profileUrl)).toEqual({
      'Fn::Join': ['', [stack.resolve(service.httpApi.apiEndpoint), '/user/profile']],
    });
    expect(stack.resolve(service.signInUrl)).toEqual({
      'Fn::Join': ['', [
        'https://', stack.resolve(service.userPoolDomain!.domainName), '.auth.eu-west-1.amazoncognito.com/login?client_id=',
        stack.resolve(service.userPoolClient.userPoolClientId), '&response_type=code&redirect_uri=https%3A%2F%2Flocalhost%3A3000',
      ]],
    });
  });

  test('signInUrl comes back to the default redirect URI, encoded around what only CloudFormation knows', () => {
    const stack = new Stack(new App(), 'Stack');
    const site = Fn.importValue('SiteDomain');
    const callback = `https://${site}/back?to=here`;
    const service = new CognitoProfileService(stack, 'Profiles', {
      domainSuffix: 'acme',
      oAuth: { callbackUrls: ['https://localhost:3000', callback], defaultRedirectUri: callback },
    });
    const parts = stack.resolve(service.signInUrl)['Fn::Join'][1];
    expect(parts.slice(-3)).toEqual([expect.stringMatching(/&redirect_uri=https%3A%2F%2F$/), stack.resolve(site), '%2Fback%3Fto%3Dhere']);
  });

  test('a route added to httpApi is behind the same authorizer', () => {
    const stack = new Stack(new App(), 'Stack');
    const service = new CognitoProfileService(stack, 'Profiles', { domainSuffix: 'acme' });
    service.httpApi.addRoutes({
      path: '/mine',
      methods: [apigwv2.HttpMethod.PUT],
      integration: new HttpLambdaIntegration('Mine', service.readProfileFunction),
    });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: 'PUT /mine',
      AuthorizationType: 'JWT',
      AuthorizerId: { Ref: logicalId(template, 'AWS::ApiGatewayV2::Authorizer') },
    });
  });

  test('everything made can be reached', () => {
    const { service, stack, template } = synthesize();
    const ref = (value: string) => stack.resolve(value);
    expect(ref(service.userPool.userPoolId)).toEqual({ Ref: logicalId(template, 'AWS::Cognito::UserPool') });
    expect(ref(service.userPoolClient.userPoolClientId)).toEqual({ Ref: logicalId(template, 'AWS::Cognito::UserPoolClient') });
    expect(ref(service.table.tableName)).toEqual({ Ref: logicalId(template, 'AWS::DynamoDB::Table') });
    expect(ref(service.readProfileFunction.functionName)).toEqual({ Ref: logicalId(template, 'AWS::Lambda::Function', { Handler: 'profile.get' }) });
    expect(ref(service.createProfileFunction.functionName)).toEqual({ Ref: logicalId(template, 'AWS::Lambda::Function', { Handler: 'profile.create' }) });
    expect(ref(service.updateProfileFunction.functionName)).toEqual({ Ref: logicalId(template, 'AWS::Lambda::Function', { Handler: 'profile.update' }) });
    expect(ref(service.deleteProfileFunction.functionName)).toEqual({ Ref: logicalId(template, 'AWS::Lambda::Function', { Handler: 'profile.delete' }) });
    expect(service.stage.stageName).toBe('$default');
    expect(service.authorizer.authorizationType).toBe('JWT');
    expect(ref(service.issuer)).toEqual(onlyResource(template, 'AWS::ApiGatewayV2::Authorizer').Properties.JwtConfiguration.Issuer);
  });
});

describe('in an app', () => {
  test('two services fit in one stack', () => {
    const stack = new Stack(new App(), 'Stack');
    new CognitoProfileService(stack, 'One', { domainSuffix: 'one' });
    new CognitoProfileService(stack, 'Two', { domainSuffix: 'two', runtime: lambda.Runtime.PYTHON_3_14 });
    Template.fromStack(stack).resourceCountIs('AWS::ApiGatewayV2::Api', 2);
  });

  test('ten services fit in one app', () => {
    const app = new App();
    for (let n = 0; n < 10; n++) {
      new CognitoProfileService(new Stack(app, `Stack${n}`), 'Profiles', { domainSuffix: `acme-${n}` });
    }
    expect(app.synth().stacks).toHaveLength(10);
  });

  test('two services with one suffix fail, naming both', () => {
    const app = new App();
    new CognitoProfileService(new Stack(app, 'A'), 'Profiles', { domainSuffix: 'acme' });
    expect(() => new CognitoProfileService(new Stack(app, 'B'), 'Profiles', { domainSuffix: 'acme' }))
      .toThrow(/'B\/Profiles'[^]*domainSuffix: 'acme' is taken by 'A\/Profiles'/);
  });

  test('two regions may have one suffix each', () => {
    const app = new App();
    for (const region of ['eu-west-1', 'us-east-1']) {
      new CognitoProfileService(new Stack(app, region, { env: { region } }), 'Profiles', { domainSuffix: 'acme' });
    }
    expect(app.synth().stacks).toHaveLength(2);
  });

  test.each(['us-east-1', 'cn-north-1', 'us-gov-west-1'])('a stack in %s synthesizes without a partition of its own', (region) => {
    const { template } = synthesize({}, { env: { account: '123456789012', region } });
    expect(JSON.stringify(template.toJSON())).not.toMatch(/"arn:aws|cognito-idp\.[a-z0-9-]+\.amazonaws/);
  });
});

/** What the function with this handler is granted, statement by statement. */
function grantsOf(template: Template, handler: string): unknown {
  const role = Object.values(template.findResources('AWS::Lambda::Function', { Properties: { Handler: handler } }))[0].Properties.Role['Fn::GetAtt'][0];
  expect(template.findResources('AWS::IAM::Role')[role].Properties).not.toHaveProperty('ManagedPolicyArns');
  const policies = Object.values(template.findResources('AWS::IAM::Policy', { Properties: { Roles: [{ Ref: role }] } }));
  return policies.flatMap((policy) => policy.Properties.PolicyDocument.Statement);
}

function grants(template: Template, handler: string, ...tableActions: string[]): unknown {
  const logGroup = Object.values(template.findResources('AWS::Lambda::Function', { Properties: { Handler: handler } }))[0].Properties.LoggingConfig.LogGroup.Ref;
  return [
    { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: { 'Fn::GetAtt': [logGroup, 'Arn'] } },
    {
      Effect: 'Allow',
      Action: tableActions.length === 1 ? tableActions[0] : tableActions,
      Resource: { 'Fn::GetAtt': [logicalId(template, 'AWS::DynamoDB::Table'), 'Arn'] },
    },
  ];
}
