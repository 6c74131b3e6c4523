/**
 * The service configured as the tutorial that it grew from, held against the tutorial fact by fact. Where it differs on
 * purpose, the test says so with the reason.
 */
import { randomUUID } from 'crypto';
import { readdirSync } from 'fs';
import { Template } from 'aws-cdk-lib/assertions';
import { httpApiEvent } from './support/client/http-api-event';
import { Invocation } from './support/drivers/handler-process';
import { deployed, describeEachLanguage } from './support/drivers/languages';
import { TUTORIAL } from './support/stacks/stacks';
import { codeDirectory, logicalId, onlyResource, RUNTIMES, synthesize } from './support/stacks/synth';

describe.each(['python', 'nodejs'] as const)('the stack, runtime %s', (language) => {
  const { service, stack, template } = synthesize({ ...TUTORIAL, runtime: RUNTIMES[language] });

  test('runtime: one setting chooses it; both handlers are in one file', () => {
    expect(functions(template).map(({ Handler }) => Handler)).toEqual(expect.arrayContaining(['profile.read', 'profile.replace']));
    for (const fn of functions(template)) {
      expect(readdirSync(codeDirectory(stack, fn))).toContain({ python: 'profile.py', nodejs: 'profile.mjs' }[language]);
    }
  });

  test('runtime, difference: the handlers are named for what they do, and PATCH and DELETE have some as well, because users update and delete what they stored', () => {
    expect(functions(template).map(({ Handler }) => Handler).sort()).toEqual(['profile.delete', 'profile.read', 'profile.replace', 'profile.update']);
    expect(Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => Properties.RouteKey).sort())
      .toEqual(['DELETE /user/profile', 'GET /user/profile', 'PATCH /user/profile', 'POST /user/profile']);
  });

  test('runtime, difference: a supported version, because AWS no longer runs python3.8 and nodejs12.x', () => {
    expect(functions(template).map(({ Runtime }) => Runtime)).toEqual(Array(4).fill({ python: 'python3.14', nodejs: 'nodejs24.x' }[language]));
  });

  test('environment: DYNAMODB_TABLE names the table', () => {
    for (const { Environment } of functions(template)) {
      expect(Environment.Variables.DYNAMODB_TABLE).toEqual({ Ref: logicalId(template, 'AWS::DynamoDB::Table') });
    }
  });

  test('environment, difference: limits and partitions too, because the service refuses what DynamoDB could not store and grows', () => {
    const names = new Set(functions(template).flatMap(({ Environment }) => Object.keys(Environment.Variables)));
    expect([...names].sort()).toEqual(['DYNAMODB_TABLE', 'MAX_PROFILE_SIZE', 'USER_PARTITIONS']);
  });

  test('permissions: of GetItem, PutItem, Query and UpdateItem, on that one table only', () => {
    for (const handler of ['profile.read', 'profile.replace']) {
      for (const { Action, Resource } of databaseStatements(template, handler)) {
        expect(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem']).toEqual(expect.arrayContaining([Action].flat()));
        expect(Resource).toEqual({ 'Fn::GetAtt': [logicalId(template, 'AWS::DynamoDB::Table'), 'Arn'] });
      }
    }
  });

  test('permissions, difference: each function has only the calls that it makes, because nobody needs the others', () => {
    expect(databaseStatements(template, 'profile.read').map(({ Action }) => Action)).toEqual(['dynamodb:GetItem']);
    expect(databaseStatements(template, 'profile.replace').map(({ Action }) => Action)).toEqual([['dynamodb:GetItem', 'dynamodb:UpdateItem']]);
  });

  test('authorizer: JWT, from the Authorization header, issued by the pool for the app client', () => {
    expect(onlyResource(template, 'AWS::ApiGatewayV2::Authorizer').Properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Audience: [{ Ref: logicalId(template, 'AWS::Cognito::UserPoolClient') }],
        // CloudFormation answers ProviderName with cognito-idp.<region>.amazonaws.com/<pool id>.
        Issuer: { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [logicalId(template, 'AWS::Cognito::UserPool'), 'ProviderName'] }]] },
      },
    });
  });

  test.each([['GET', 'profile.read'], ['POST', 'profile.replace']])('routes: %s /user/profile goes to %s, behind the authorizer', (method, handler) => {
    const [route] = Object.values(template.findResources('AWS::ApiGatewayV2::Route', { Properties: { RouteKey: `${method} /user/profile` } }));
    expect(route.Properties).toMatchObject({
      AuthorizationType: 'JWT',
      AuthorizerId: { Ref: logicalId(template, 'AWS::ApiGatewayV2::Authorizer') },
    });
    const integration = template.toJSON().Resources[route.Properties.Target['Fn::Join'][1][1].Ref];
    expect(integration.Properties).toMatchObject({
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: { 'Fn::GetAtt': [logicalId(template, 'AWS::Lambda::Function', { Handler: handler }), 'Arn'] },
    });
  });

  test('table: pk HASH and sk RANGE, strings; provisioned with 1 and 1', () => {
    expect(onlyResource(template, 'AWS::DynamoDB::Table').Properties).toMatchObject({
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }, { AttributeName: 'sk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
      ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
    });
  });

  test('index: sk-pk-index swaps the keys, projects all; provisioned with 1 and 1', () => {
    expect(onlyResource(template, 'AWS::DynamoDB::Table').Properties.GlobalSecondaryIndexes).toEqual([{
      IndexName: 'sk-pk-index',
      KeySchema: [{ AttributeName: 'sk', KeyType: 'HASH' }, { AttributeName: 'pk', KeyType: 'RANGE' }],
      Projection: { ProjectionType: 'ALL' },
      ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
    }]);
  });

  test('user pool: users sign in with e-mail, which is verified automatically, and sign themselves up', () => {
    expect(onlyResource(template, 'AWS::Cognito::UserPool').Properties).toMatchObject({
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
    });
  });

  test('app client: implicit flow, scopes, callback, SRP and refresh, no secret, COGNITO', () => {
    expect(onlyResource(template, 'AWS::Cognito::UserPoolClient').Properties).toMatchObject({
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['implicit'],
      AllowedOAuthScopes: ['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin'],
      CallbackURLs: ['https://localhost:3000'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      GenerateSecret: false,
      SupportedIdentityProviders: ['COGNITO'],
    });
  });

  test('app client, difference: the callback URLs are logout URLs as well, because users who sign out must come back to the app', () => {
    expect(onlyResource(template, 'AWS::Cognito::UserPoolClient').Properties.LogoutURLs).toEqual(['https://localhost:3000']);
  });

  test('sign-in domain: a prefix domain that ends in the suffix', () => {
    const { Domain, CustomDomainConfig } = onlyResource(template, 'AWS::Cognito::UserPoolDomain').Properties;
    expect(Domain).toMatch(/acme$/);
    expect(CustomDomainConfig).toBeUndefined();
  });

  test('journey: the sign-in page sends the browser to the callback with a token', () => {
    expect(JSON.stringify(stack.resolve(service.signInUrl))).toContain(
      '&response_type=token&redirect_uri=https%3A%2F%2Flocalhost%3A3000',
    );
  });

  test('output: the URL of both endpoints, and the names of both functions', () => {
    expect(stack.resolve(service.profileUrl)).toEqual({
      'Fn::Join': ['', [{ 'Fn::GetAtt': [logicalId(template, 'AWS::ApiGatewayV2::Api'), 'ApiEndpoint'] }, '/user/profile']],
    });
    expect(stack.resolve([service.readProfileFunction.functionName, service.replaceProfileFunction.functionName])).toEqual([
      { Ref: logicalId(template, 'AWS::Lambda::Function', { Handler: 'profile.read' }) },
      { Ref: logicalId(template, 'AWS::Lambda::Function', { Handler: 'profile.replace' }) },
    ]);
  });

  test('headers, difference: the API answers with Access-Control-Allow-Origin, because it answers the preflight as well', () => {
    expect(onlyResource(template, 'AWS::ApiGatewayV2::Api').Properties.CorsConfiguration).toMatchObject({
      AllowOrigins: ['*'],
      AllowMethods: expect.arrayContaining(['GET', 'POST']),
      AllowHeaders: expect.arrayContaining(['Authorization', 'Content-Type']),
    });
  });
});

describeEachLanguage((language) => {
  const service = deployed(language);

  test('POST: stores the item under USERS#ALL and USER#<sub>, replacing what was there, and answers with it', async () => {
    const sub = randomUUID();
    await send('replace', sub, '{"name":"Ann","age":41}');
    const { response } = await send('replace', sub, '{"name":"Bob"}');

    expect(response.statusCode).toBe(200);
    expect(JSON.parse(response.body!)).toMatchObject({ pk: 'USERS#ALL', sk: `USER#${sub}`, profile_data: { name: 'Bob' } });
    expect(await service.database.get(sub)).toMatchObject({
      pk: { S: 'USERS#ALL' },
      sk: { S: `USER#${sub}` },
      profile_data: { M: { name: { S: 'Bob' } } },
    });
  });

  test('POST, difference: the item has version, created_at and updated_at, because clients need to tell changes', async () => {
    const { response } = await send('replace', randomUUID(), '{}');
    expect(Object.keys(JSON.parse(response.body!)).sort()).toEqual(['created_at', 'pk', 'profile_data', 'sk', 'updated_at', 'version']);
  });

  test('GET: reads an item that the tutorial stored', async () => {
    const sub = randomUUID();
    await service.database.put({ pk: { S: 'USERS#ALL' }, sk: { S: `USER#${sub}` }, profile_data: { M: { name: { S: 'Ann' }, age: { N: '41' } } } });
    const { response } = await send('read', sub);
    expect(response.statusCode).toBe(200);
    expect(JSON.parse(response.body!)).toMatchObject({ pk: 'USERS#ALL', sk: `USER#${sub}`, profile_data: { name: 'Ann', age: 41 } });
  });

  test('GET, difference: the Node.js answer is not wrapped in Item, because the Python one never was', async () => {
    const sub = randomUUID();
    await send('replace', sub, '{}');
    const { response } = await send('read', sub);
    expect(JSON.parse(response.body!)).not.toHaveProperty('Item');
  });

  test('GET, difference: a missing profile is 404, because the tutorial crashes in Python and answers {} in Node.js', async () => {
    const { response } = await send('read', randomUUID());
    expect(response.statusCode).toBe(404);
  });

  test('headers, difference: the handlers send no CORS headers, because the API does', async () => {
    const { response } = await send('replace', randomUUID(), '{}');
    expect(Object.keys(response.headers).filter((name) => /^access-control-/i.test(name))).toEqual([]);
  });

  /** Sends a request of payload format 1.0, as the tutorial's API does. */
  function send(handler: 'read' | 'replace', sub: string, text?: string): Promise<Invocation> {
    const request = handler === 'read'
      ? { method: 'GET' }
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: { text: text! } };
    return service.handlers.invoke(handler, httpApiEvent('1.0', request, { sub }, randomUUID()));
  }
});

function functions(template: Template): Record<string, any>[] {
  return Object.values(template.findResources('AWS::Lambda::Function')).map(({ Properties }) => Properties);
}

function databaseStatements(template: Template, handler: string): { Action: string | string[]; Resource: unknown }[] {
  const [role] = functions(template).filter(({ Handler }) => Handler === handler).map(({ Role }) => Role['Fn::GetAtt'][0]);
  return Object.values(template.findResources('AWS::IAM::Policy', { Properties: { Roles: [{ Ref: role }] } }))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Action }) => JSON.stringify(Action).includes('dynamodb:'));
}
