import { Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { ACCESS_LOG_FORMAT } from './access-log-format';
import { PROFILE_PATH } from './paths';
import { addSchemaMetadata } from './schema-metadata';
import { LogGroup } from '../operations/log-group';
import { Settings } from '../settings';
import { SignIn } from '../sign-in/sign-in';

/** @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html */
const MAX_NAME_LENGTH = 128;
/**
 * The methods that pages of other origins can use: all methods of HTTP APIs, so that the preflight requests of routes that the app adds
 * succeed. The authorizer protects these routes.
 *
 * A list, because `*` means all methods only in requests without credentials.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
const CORS_METHODS = [
  apigwv2.CorsHttpMethod.GET,
  apigwv2.CorsHttpMethod.HEAD,
  apigwv2.CorsHttpMethod.OPTIONS,
  apigwv2.CorsHttpMethod.POST,
  apigwv2.CorsHttpMethod.PUT,
  apigwv2.CorsHttpMethod.PATCH,
  apigwv2.CorsHttpMethod.DELETE,
];
/**
 * How long browsers cache the result of a preflight request: the maximum of Chromium. Without this header, browsers cache it for 5 seconds,
 * so that nearly every call takes two requests. Firefox would cache it for up to 24 hours, but then also a change of the settings takes that
 * long to reach pages.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Access-Control-Max-Age
 */
const CORS_MAX_AGE = Duration.hours(2);

/** The HTTP API. Its routes require a valid token of the app client. */
export class ProfileApi extends apigwv2.HttpApi {
  /** The `$default` stage of the API. */
  public readonly stage: apigwv2.HttpStage;
  /** The default authorizer of all routes. */
  public readonly authorizer: HttpJwtAuthorizer;

  private readonly apiDomain?: apigwv2.DomainMappingOptions;

  constructor(scope: Construct, id: string, signIn: SignIn, settings: Settings) {
    // Not `HttpUserPoolAuthorizer`, which assumes `.amazonaws.com` and creates a second app client if none is specified.
    const authorizer = new HttpJwtAuthorizer('JwtAuthorizer', signIn.issuer, {
      jwtAudience: [signIn.userPoolClient.userPoolClientId],
    });
    super(scope, id, {
      // By default, the L2 construct uses the construct ID, which is the same for all services. Names don't have to be unique.
      apiName: scope.node.path.replace(/[^A-Za-z0-9]+/g, '-').slice(-MAX_NAME_LENGTH),
      description: 'The profile of the signed-in user',
      createDefaultStage: false,
      // Otherwise clients could bypass the settings of the domain name, such as mutual TLS.
      disableExecuteApiEndpoint: settings.apiDomain !== undefined,
      defaultAuthorizer: authorizer,
      defaultAuthorizationScopes: settings.authorizationScopes,
      corsPreflight: {
        allowOrigins: settings.allowedOrigins,
        allowMethods: CORS_METHODS,
        // A list, because `*` does not include Authorization.
        allowHeaders: ['Authorization', 'Content-Type', 'If-Match', 'If-None-Match'],
        exposeHeaders: ['ETag', 'Retry-After'],
        maxAge: CORS_MAX_AGE,
      },
    });
    this.authorizer = authorizer;
    this.apiDomain = settings.apiDomain;
    if (settings.profileSchema) {
      addSchemaMetadata(this, settings.profileSchema);
    }
    // Not the default stage of the L2 construct, which can't be configured.
    this.stage = this.addStage('Stage', {
      stageName: '$default',
      autoDeploy: true,
      throttle: settings.throttle,
      domainMapping: settings.apiDomain,
      accessLogSettings: {
        destination: new apigwv2.LogGroupLogDestination(new LogGroup(this, 'AccessLog', settings)),
        format: AccessLogFormat.custom(ACCESS_LOG_FORMAT),
      },
    });
  }

  /** The URL of the signed-in user's profile. */
  public get profileUrl(): string {
    return this.urlOf(PROFILE_PATH);
  }

  /** The URL of a path. */
  public urlOf(path: string): string {
    if (!this.apiDomain) {
      return this.apiEndpoint + path;
    }
    const { domainName, mappingKey } = this.apiDomain;
    return `https://${domainName.name}${mappingKey ? `/${mappingKey}` : ''}${path}`;
  }

  /** Adds a route for a method of a path to a function. */
  public addRoute(method: apigwv2.HttpMethod, path: string, id: string, handler: lambda.IFunction): void {
    this.addRoutes({ path, methods: [method], integration: new HttpLambdaIntegration(id, handler) });
  }
}
