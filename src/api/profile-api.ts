import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { ACCESS_LOG_FORMAT } from './access-log-format';
import { createLogGroup } from '../operations/log-group';
import { Settings } from '../settings';

const PROFILE_PATH = '/user/profile';
/** @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html */
const MAX_NAME_LENGTH = 128;
const METHODS = [
  apigwv2.CorsHttpMethod.GET,
  apigwv2.CorsHttpMethod.POST,
  apigwv2.CorsHttpMethod.PATCH,
  apigwv2.CorsHttpMethod.DELETE,
];

/** The HTTP API, which lets in only users who signed in with the app client. */
export class ProfileApi {
  public readonly httpApi: apigwv2.HttpApi;
  public readonly stage: apigwv2.HttpStage;
  public readonly authorizer: HttpJwtAuthorizer;
  public readonly issuer: string;

  private readonly apiDomain?: apigwv2.DomainMappingOptions;

  constructor(
    scope: Construct,
    userPool: cognito.IUserPool,
    userPoolClient: cognito.IUserPoolClient,
    settings: Settings,
  ) {
    this.apiDomain = settings.apiDomain;
    // The provider name has the partition's own host name in it.
    this.issuer = `https://${userPool.userPoolProviderName}`;
    // Not `HttpUserPoolAuthorizer`, which assumes `.amazonaws.com` and, left alone, makes a second client.
    this.authorizer = new HttpJwtAuthorizer('JwtAuthorizer', this.issuer, {
      jwtAudience: [userPoolClient.userPoolClientId],
    });
    this.httpApi = new apigwv2.HttpApi(scope, 'HttpApi', {
      // The L2's default, the id, would be the same for all services. Names need not be unique.
      apiName: scope.node.path.replace(/[^A-Za-z0-9]+/g, '-').slice(-MAX_NAME_LENGTH),
      description: 'The profile of the signed-in user',
      createDefaultStage: false,
      // Else the API's own endpoint would get around what the domain asks for, mutual TLS for one.
      disableExecuteApiEndpoint: settings.apiDomain !== undefined,
      defaultAuthorizer: this.authorizer,
      defaultAuthorizationScopes: settings.authorizationScopes,
      corsPreflight: {
        allowOrigins: settings.allowedOrigins,
        allowMethods: METHODS,
        allowHeaders: ['Authorization', 'Content-Type', 'If-Match', 'If-None-Match'],
        exposeHeaders: ['ETag', 'Retry-After'],
      },
    });
    // Made by hand because the API's own default stage takes no settings.
    this.stage = this.httpApi.addStage('Stage', {
      stageName: '$default',
      autoDeploy: true,
      throttle: settings.throttle,
      domainMapping: settings.apiDomain,
      accessLogSettings: {
        destination: new apigwv2.LogGroupLogDestination(createLogGroup(scope, 'AccessLog', settings)),
        format: ACCESS_LOG_FORMAT,
      },
    });
  }

  /** The address of the signed-in user's profile. */
  public get profileUrl(): string {
    if (!this.apiDomain) {
      return this.httpApi.apiEndpoint + PROFILE_PATH;
    }
    const { domainName, mappingKey } = this.apiDomain;
    return `https://${domainName.name}${mappingKey ? `/${mappingKey}` : ''}${PROFILE_PATH}`;
  }

  /** Has a function answer one method on the profile. */
  public route(method: apigwv2.HttpMethod, id: string, handler: lambda.IFunction): void {
    this.httpApi.addRoutes({
      path: PROFILE_PATH,
      methods: [method],
      integration: new HttpLambdaIntegration(id, handler),
    });
  }
}
