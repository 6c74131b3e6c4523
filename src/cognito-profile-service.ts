import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { HandlerCode } from './api/handler-code';
import { ACCOUNT_PATH, PROFILE_PATH, PROFILES_PATH } from './api/paths';
import { ProfileApi } from './api/profile-api';
import { CreateFunction, ProfileFunction } from './api/profile-function';
import { DELETE_PROFILE, READ_PROFILE, REPLACE_PROFILE, UPDATE_PROFILE } from './api/profile-functions';
import { CognitoProfileServiceProps } from './cognito-profile-service-props';
import { ProfileTable, TIME_TO_LIVE_ATTRIBUTE } from './data/profile-table';
import { OpenApiOptions } from './open-api/open-api-options';
import { OPENAPI_PATH } from './open-api/open-api-path';
import { grantKeyToCloudWatchLogs } from './operations/log-group';
import { ServiceMetrics } from './operations/service-metrics';
import { optionalParts } from './optional-parts';
import { SignIn } from './sign-in/sign-in';
import { validateProps } from './validation';
import { register } from './validation/registry';
import { addWarnings } from './validation/warnings';

/**
 * A user profile service: sign-up and sign-in with Amazon Cognito, an HTTP API for signed-in users, its Lambda functions, and the
 * DynamoDB table that stores the profiles.
 *
 * Each signed-in user reads and writes one profile, a JSON object, at `/user/profile`.
 *
 * If props are invalid, throws an `Error` that lists them, before it creates any resource.
 */
export class CognitoProfileService extends Construct {
  /**
   * The path of the OpenAPI 3.1 description of the API, a JSON file in the package. You can use it, for example, to generate clients.
   *
   * It describes the signed-in user's own profile. `openApi()` also describes what other props add.
   *
   * In languages other than TypeScript and JavaScript, the file exists only while the app runs. Copy it during that time.
   *
   * @see https://spec.openapis.org/oas/v3.1.0
   */
  public static readonly OPENAPI_PATH = OPENAPI_PATH;

  /**
   * Returns the OpenAPI 3.1 description of the API of one service, as a JSON object, for example to generate typed clients.
   *
   * It contains the `profileSchema` as the schemas `ProfileData` and `ProfilePatch` (a JSON merge patch, RFC 7396), in the dialect of
   * OpenAPI 3.1. If the schema has read-only properties, administrators send `UserProfileData` and `UserProfilePatch`, in which these can be
   * written. If options are invalid, throws an `Error` that lists them.
   *
   * @param options the schema of the profiles, the URL, and the optional parts of the service
   * @see https://spec.openapis.org/oas/v3.1.0
   */
  public static openApi(options: OpenApiOptions = {}): { [key: string]: any } {
    return optionalParts.openApi.openApi(options);
  }

  /** The user pool. */
  public readonly userPool: cognito.IUserPool;

  /** The app client. The API accepts only tokens of this app client. */
  public readonly userPoolClient: cognito.IUserPoolClient;

  /** The domain of the sign-in pages. Undefined with an existing `userPool`. */
  public readonly userPoolDomain?: cognito.UserPoolDomain;

  /** The table that stores the profiles. */
  public readonly table: dynamodb.ITable;

  /** The HTTP API. Its default authorizer, `authorizer`, also authorizes routes that you add with `addRoutes()`. */
  public readonly httpApi: apigwv2.HttpApi;

  /** The `$default` stage of the API. */
  public readonly stage: apigwv2.HttpStage;

  /** The JWT authorizer. It allows requests with a valid token of the app client. */
  public readonly authorizer: HttpJwtAuthorizer;

  /** The function that handles `GET /user/profile`. */
  public readonly readProfileFunction: lambda.Function;

  /** The function that handles `POST /user/profile`. */
  public readonly replaceProfileFunction: lambda.Function;

  /** The function that handles `PATCH /user/profile`. */
  public readonly updateProfileFunction: lambda.Function;

  /** The function that handles `DELETE /user/profile`. */
  public readonly deleteProfileFunction: lambda.Function;

  /** All functions of the service: those above, and those of `adminGroup`, `accountDeletion` and `changeEvents`. */
  public readonly functions: lambda.Function[];

  /**
   * The queue for the changes of profiles that could not be published: a message has the position of up to 10 changes in the stream of the
   * table. Undefined without `changeEvents`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
   */
  public readonly changeEventsDeadLetterQueue?: sqs.IQueue;

  /** The URL of the signed-in user's profile. Uses `apiDomain` if specified. */
  public readonly profileUrl: string;

  /** The URL of the signed-in user's account. Uses `apiDomain` if specified. Undefined without `accountDeletion`. */
  public readonly accountUrl?: string;

  /** The URL of the list of all profiles, for administrators. Uses `apiDomain` if specified. Undefined without `adminGroup`. */
  public readonly profilesUrl?: string;

  /** The issuer (`iss` claim) of the tokens that the API accepts. */
  public readonly issuer: string;

  /**
   * The URL at which sign-in starts in a browser. The app appends the query parameters `state`, `code_challenge` and
   * `code_challenge_method`. Undefined with an existing `userPool`, because its domain is unknown.
   *
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
   */
  public readonly signInUrl?: string;

  /**
   * The URL that signs out the user in a browser, and then redirects to the first logout URL.
   *
   * It ends the session of the sign-in pages. The app itself discards its tokens, and can revoke the refresh token before.
   * Undefined with an existing `userPool`, and if `oAuth.logoutUrls` is an empty list. A URL of a list that only CloudFormation knows is not
   * percent-encoded.
   *
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
   */
  public readonly signOutUrl?: string;

  private readonly metrics: ServiceMetrics;

  constructor(scope: Construct, id: string, props: CognitoProfileServiceProps = {}) {
    super(scope, id);
    const settings = validateProps(this, props);
    if (settings.encryptionKey) {
      grantKeyToCloudWatchLogs(settings.encryptionKey, this);
    }

    const signIn = new SignIn(this, 'SignIn', settings);
    this.userPool = signIn.userPool;
    this.userPoolClient = signIn.userPoolClient;
    this.userPoolDomain = signIn.userPoolDomain;
    this.issuer = signIn.issuer;
    this.signInUrl = signIn.signInUrl;
    this.signOutUrl = signIn.signOutUrl;
    addWarnings(this, settings, this.userPoolClient);

    this.table = settings.table ?? new ProfileTable(this, 'Table', settings);
    register(this, settings, { table: this.table, userPoolId: this.userPool.userPoolId });

    const code = new HandlerCode(settings.runtime, settings.parsedSchema?.document);
    const createFunction: CreateFunction = (parent, functionId, options) =>
      new ProfileFunction(parent, functionId, { ...options, code, table: this.table, settings }).function;
    this.readProfileFunction = createFunction(this, 'ReadProfile', READ_PROFILE);
    this.replaceProfileFunction = createFunction(this, 'ReplaceProfile', REPLACE_PROFILE);
    this.updateProfileFunction = createFunction(this, 'UpdateProfile', UPDATE_PROFILE);
    this.deleteProfileFunction = createFunction(this, 'DeleteProfile', DELETE_PROFILE);

    const api = new ProfileApi(this, 'HttpApi', signIn, settings);
    api.addRoute(apigwv2.HttpMethod.GET, PROFILE_PATH, 'ReadProfile', this.readProfileFunction);
    api.addRoute(apigwv2.HttpMethod.POST, PROFILE_PATH, 'ReplaceProfile', this.replaceProfileFunction);
    api.addRoute(apigwv2.HttpMethod.PATCH, PROFILE_PATH, 'UpdateProfile', this.updateProfileFunction);
    api.addRoute(apigwv2.HttpMethod.DELETE, PROFILE_PATH, 'DeleteProfile', this.deleteProfileFunction);
    this.httpApi = api;
    this.stage = api.stage;
    this.authorizer = api.authorizer;
    this.profileUrl = api.profileUrl;

    const functions = [this.readProfileFunction, this.replaceProfileFunction, this.updateProfileFunction, this.deleteProfileFunction];
    const otherFunctions: lambda.Function[] = [];
    const tableOperations = ['GetItem', 'UpdateItem', 'DeleteItem'];
    if (settings.adminGroup !== undefined) {
      const { Administrators } = optionalParts.administrators;
      const { functions: ofAdministrators } = new Administrators(this, 'Administrators', {
        api, createFunction, groupName: settings.adminGroup, userPool: settings.userPool ? undefined : this.userPool,
      });
      otherFunctions.push(...ofAdministrators);
      tableOperations.push('Query');
      this.profilesUrl = api.urlOf(PROFILES_PATH);
    }
    if (settings.accountDeletion) {
      const { AccountDeletion } = optionalParts.accountDeletion;
      const { functions: ofAccounts } = new AccountDeletion(this, 'AccountDeletion', {
        api,
        createFunction,
        hasAdministrators: settings.adminGroup !== undefined,
        timeToLiveAttribute: settings.timeToLiveAttribute ?? TIME_TO_LIVE_ATTRIBUTE,
        userPool: this.userPool,
      });
      otherFunctions.push(...ofAccounts);
      tableOperations.push('PutItem');
      this.accountUrl = api.urlOf(ACCOUNT_PATH);
    }
    const changeEvents = settings.changeEvents && new optionalParts.changeEvents.ChangePublisher(this, 'ChangeEvents', {
      code, table: this.table, eventBus: settings.changeEvents, settings,
    });
    if (changeEvents) {
      otherFunctions.push(changeEvents.function);
      this.changeEventsDeadLetterQueue = changeEvents.deadLetterQueue;
    }
    this.functions = [...functions, ...otherFunctions];

    this.metrics = new ServiceMetrics({ httpApi: api, functions, otherFunctions, table: this.table, tableOperations, changeEvents });
    const alarms = settings.alarmTopic && new optionalParts.alarms.Alarms(this, 'Alarms', { metrics: this.metrics, topic: settings.alarmTopic });
    if (settings.dashboard) {
      new optionalParts.dashboard.Dashboard(this, 'Dashboard', { metrics: this.metrics, alarms, logGroups: this.functions.map(({ logGroup }) => logGroup) });
    }
  }

  /**
   * Grants read access to all profiles, with `table.grantReadData()`: to the table, its indexes and its encryption key.
   *
   * @param grantee the principal to grant access to
   */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.table.grantReadData(grantee);
  }

  /**
   * Grants read and write access to all profiles, with `table.grantReadWriteData()`.
   *
   * Each write must set a new `version`.
   *
   * @param grantee the principal to grant access to
   */
  public grantReadWrite(grantee: iam.IGrantable): iam.Grant {
    return this.table.grantReadWriteData(grantee);
  }

  /**
   * Metric for the number of requests to the API. Sample count over 5 minutes by default.
   *
   * @param props properties that override the defaults of the metric
   */
  public metricRequests(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metrics.requests(props);
  }

  /**
   * Metric for the number of responses with a 5xx status. Sum over 5 minutes by default.
   *
   * API Gateway might not count errors that it causes itself.
   *
   * @param props properties that override the defaults of the metric
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-monitor.html
   */
  public metricErrors(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metrics.errors(props);
  }

  /**
   * Metric for the time between a request and its response at the API, in milliseconds. 99th percentile over 5 minutes by default.
   *
   * @param props properties that override the defaults of the metric
   */
  public metricLatency(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metrics.latency(props);
  }
}
