import { App, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { CognitoProfileService } from '../../src';
import { logicalId, onlyResource, synthesize } from '../support/stacks/synth';

describe('the API', () => {
  const { template } = synthesize();

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
      AllowMethods: expect.any(Array),
      AllowHeaders: ['Authorization', 'Content-Type', 'If-Match', 'If-None-Match'],
      ExposeHeaders: ['ETag', 'Retry-After'],
      MaxAge: 7200,
    });
  });

  test('browsers may use every method that a route can have', () => {
    const { AllowMethods } = onlyResource(template, 'AWS::ApiGatewayV2::Api').Properties.CorsConfiguration;
    expect([...AllowMethods].sort()).toEqual(Object.values(apigwv2.HttpMethod).filter((method) => method !== apigwv2.HttpMethod.ANY).sort());
  });

  test('authorizationScopes are asked of every route', () => {
    const { template: scoped } = synthesize({ authorizationScopes: ['openid', 'email'] });
    scoped.allResourcesProperties('AWS::ApiGatewayV2::Route', { AuthorizationScopes: ['openid', 'email'] });
  });

  test('allowedOrigins are the only ones', () => {
    const { template: limited } = synthesize({ allowedOrigins: ['https://app.example.com', 'http://localhost:5173'] });
    expect(onlyResource(limited, 'AWS::ApiGatewayV2::Api').Properties.CorsConfiguration.AllowOrigins)
      .toEqual(['https://app.example.com', 'http://localhost:5173']);
  });

  test('a route added to httpApi is behind the same authorizer', () => {
    const stack = new Stack(new App(), 'Stack');
    const service = new CognitoProfileService(stack, 'Profiles', { domainSuffix: 'acme' });
    service.httpApi.addRoutes({
      path: '/mine',
      methods: [apigwv2.HttpMethod.PUT],
      integration: new HttpLambdaIntegration('Mine', service.readProfileFunction),
    });
    const extended = Template.fromStack(stack);
    extended.hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: 'PUT /mine',
      AuthorizationType: 'JWT',
      AuthorizerId: { Ref: logicalId(extended, 'AWS::ApiGatewayV2::Authorizer') },
    });
  });

  test('it is named by its path, as far as that fits', () => {
    const nameOf = (id: string) => {
      const app = new Stage(new App(), 'Dev');
      const stack = new Stack(app, 'My-App');
      new CognitoProfileService(stack, id, { domainSuffix: 'acme' });
      return onlyResource(Template.fromStack(stack), 'AWS::ApiGatewayV2::Api').Properties.Name;
    };
    expect(nameOf('Profiles')).toBe('Dev-My-App-Profiles');
    expect(nameOf('x'.repeat(200))).toBe('x'.repeat(128));
  });

  test('profileUrl follows the deployment', () => {
    const { service, stack } = synthesize();
    expect(stack.resolve(service.profileUrl)).toEqual({
      'Fn::Join': ['', [stack.resolve(service.httpApi.apiEndpoint), '/user/profile']],
    });
  });
});

describe('the stage', () => {
  test('it serves 1000 requests a second, and as many at once', () => {
    expect(throttling({})).toEqual({ ThrottlingRateLimit: 1000, ThrottlingBurstLimit: 1000 });
  });

  test.each<[apigwv2.ThrottleSettings, object]>([
    [{ rateLimit: 20 }, { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 1000 }],
    [{ burstLimit: 0 }, { ThrottlingRateLimit: 1000, ThrottlingBurstLimit: 0 }],
    [{ rateLimit: 5, burstLimit: 7 }, { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 7 }],
  ])('throttle %j keeps the other half', (throttle, settings) => {
    expect(throttling({ throttle })).toEqual(settings);
  });

  test('it logs to a log group', () => {
    const { template } = synthesize();
    const { DestinationArn } = onlyResource(template, 'AWS::ApiGatewayV2::Stage').Properties.AccessLogSettings;
    const logGroup = template.toJSON().Resources[DestinationArn['Fn::GetAtt'][0]];
    expect(logGroup).toMatchObject({ Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 30 } });
  });

  test('a line of the log is JSON, also where a variable has no value', () => {
    const entry = JSON.parse(logFormat().replace(/\$context[\w.]*/g, '-')) as Record<string, string>;
    expect(entry).toMatchObject({ requestId: '-', routeKey: '-', status: '-' });
    expect([...new Set(Object.values(entry))]).toEqual(['-']);
  });

  // The variables whose values API Gateway chooses itself: IDs, times, numbers, addresses and names. All others can contain text of a client,
  // of a function or of an authorizer, and API Gateway documents no escaping.
  test('no variable of the log can break a line or contain what a client wrote', () => {
    const safe = [
      'requestId', 'requestTime', 'identity.sourceIp', 'routeKey', 'status', 'protocol', 'responseLength', 'responseLatency',
      'integrationLatency', 'integrationStatus', 'integration.requestId', 'error.responseType',
    ].map((name) => `$context.${name}`);
    expect(Object.values(JSON.parse(logFormat())).filter((variable) => !safe.includes(variable as string))).toEqual([]);
  });

  function logFormat(): string {
    return onlyResource(synthesize().template, 'AWS::ApiGatewayV2::Stage').Properties.AccessLogSettings.Format;
  }

  function throttling(props: object): unknown {
    return onlyResource(synthesize(props).template, 'AWS::ApiGatewayV2::Stage').Properties.DefaultRouteSettings;
  }
});

describe('a domain of the app\'s own', () => {
  test.each([[undefined, '/user/profile'], ['v1', '/v1/user/profile'], ['profiles/v1', '/profiles/v1/user/profile']])('with the mapping key %s', (mappingKey, path) => {
    const { service, stack, template } = synthesize((scope) => ({
      domainSuffix: 'acme',
      apiDomain: {
        domainName: apigwv2.DomainName.fromDomainNameAttributes(scope, 'Domain', {
          name: 'api.example.com', regionalDomainName: 'd-1.execute-api.eu-west-1.amazonaws.com', regionalHostedZoneId: 'Z1',
        }),
        mappingKey,
      },
    }));
    expect(stack.resolve(service.profileUrl)).toBe(`https://api.example.com${path}`);
    expect(onlyResource(template, 'AWS::ApiGatewayV2::ApiMapping').Properties).toEqual({
      ApiId: { Ref: logicalId(template, 'AWS::ApiGatewayV2::Api') },
      DomainName: 'api.example.com',
      Stage: '$default',
      ...mappingKey && { ApiMappingKey: mappingKey },
    });
  });

  test('is the only way in', () => {
    const { template } = synthesize((scope) => ({
      domainSuffix: 'acme',
      apiDomain: { domainName: apigwv2.DomainName.fromDomainNameAttributes(scope, 'Domain', { name: 'api.example.com', regionalDomainName: 'd', regionalHostedZoneId: 'Z' }) },
    }));
    expect(onlyResource(template, 'AWS::ApiGatewayV2::Api').Properties.DisableExecuteApiEndpoint).toBe(true);
    expect(onlyResource(synthesize().template, 'AWS::ApiGatewayV2::Api').Properties.DisableExecuteApiEndpoint).not.toBe(true);
  });
});
