import * as path from 'path';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { ProfileApi } from './api/profile-api';
import { ProfileFunction, ProfileFunctionOptions } from './api/profile-function';
import { DELETE_PROFILE, READ_PROFILE, REPLACE_PROFILE, UPDATE_PROFILE } from './api/profile-functions';
import { CognitoProfileServiceProps } from './cognito-profile-service-props';
import { ProfileTable } from './data/profile-table';
import { Alarms } from './operations/alarms';
import { Dashboard } from './operations/dashboard';
import { grantKeyToCloudWatchLogs } from './operations/log-group';
import { ServiceMetrics } from './operations/service-metrics';
import { SignIn } from './sign-in/sign-in';
import { validateProps } from './validation';
import { register } from './validation/registry';
import { addWarnings } from './validation/warnings';

/**
 * A complete user profile service: sign-up and sign-in with Amazon Cognito, an HTTP API for signed-in users, its Lambda functions, and the
 * DynamoDB table that stores the profiles.
 *
 * Each signed-in user reads and writes one profile, a JSON object, at `/user/profile`.
 *
 * Throws an `Error` that lists the invalid props, before it creates any resource.
 */
export class CognitoProfileService extends Construct {
  /**
   * The path of the OpenAPI 3.1 description of the API, a JSON file in the package, for example to generate clients from.
   *
   * In languages other than TypeScript and JavaScript the file exists only while the app runs. Copy it then.
   *
   * @see https://spec.openapis.org/oas/v3.1.0
   */
  public static readonly OPENAPI_PATH = path.join(__dirname, '..', 'assets', 'openapi.json');

  /** The user pool that users sign up in. */
  public readonly userPool: cognito.IUserPool;

  /** The app client that users sign in with. The API accepts only its tokens. */
  public readonly userPoolClient: cognito.IUserPoolClient;

  /** The domain of the sign-in pages. Undefined with an existing `userPool`. */
  public readonly userPoolDomain?: cognito.UserPoolDomain;

  /** The table that stores the profiles. */
  public readonly table: dynamodb.ITable;

  /** The HTTP API. Its default authorizer is `authorizer`, which also protects routes that you add with `addRoutes()`. */
  public readonly httpApi: apigwv2.HttpApi;

  /** The stage that serves the API, `$default`. */
  public readonly stage: apigwv2.HttpStage;

  /** The JWT authorizer. It accepts requests with a valid token of the app client. */
  public readonly authorizer: HttpJwtAuthorizer;

  /** The function that handles `GET /user/profile`. */
  public readonly readProfileFunction: lambda.Function;

  /** The function that handles `POST /user/profile`. */
  public readonly replaceProfileFunction: lambda.Function;

  /** The function that handles `PATCH /user/profile`. */
  public readonly updateProfileFunction: lambda.Function;

  /** The function that handles `DELETE /user/profile`. */
  public readonly deleteProfileFunction: lambda.Function;

  /** The URL of the signed-in user's profile, at `apiDomain` if given. */
  public readonly profileUrl: string;

  /** The issuer of the tokens that the API accepts, their `iss` claim. */
  public readonly issuer: string;

  /** The URL at which a browser starts to sign in. Undefined with an existing `userPool`. */
  public readonly signInUrl?: string;

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
    this.signInUrl = signIn.signInUrl;
    addWarnings(this, settings, this.userPoolClient);

    this.table = settings.table ?? new ProfileTable(this, 'Table', settings);
    register(this, settings, { table: this.table, userPoolId: this.userPool.userPoolId, userPartitions: settings.userPartitions });

    const createFunction = (functionId: string, options: ProfileFunctionOptions) =>
      new ProfileFunction(this, functionId, { ...options, table: this.table, settings }).function;
    this.readProfileFunction = createFunction('ReadProfile', READ_PROFILE);
    this.replaceProfileFunction = createFunction('ReplaceProfile', REPLACE_PROFILE);
    this.updateProfileFunction = createFunction('UpdateProfile', UPDATE_PROFILE);
    this.deleteProfileFunction = createFunction('DeleteProfile', DELETE_PROFILE);

    const api = new ProfileApi(this, 'HttpApi', signIn, settings);
    api.addProfileRoute(apigwv2.HttpMethod.GET, 'ReadProfile', this.readProfileFunction);
    api.addProfileRoute(apigwv2.HttpMethod.POST, 'ReplaceProfile', this.replaceProfileFunction);
    api.addProfileRoute(apigwv2.HttpMethod.PATCH, 'UpdateProfile', this.updateProfileFunction);
    api.addProfileRoute(apigwv2.HttpMethod.DELETE, 'DeleteProfile', this.deleteProfileFunction);
    this.httpApi = api;
    this.stage = api.stage;
    this.authorizer = api.authorizer;
    this.issuer = api.issuer;
    this.profileUrl = api.profileUrl;

    const functions = [this.readProfileFunction, this.replaceProfileFunction, this.updateProfileFunction, this.deleteProfileFunction];
    this.metrics = new ServiceMetrics(this.httpApi, functions, this.table);
    const alarms = settings.alarmTopic && new Alarms(this, 'Alarms', { metrics: this.metrics, topic: settings.alarmTopic });
    if (settings.dashboard) {
      new Dashboard(this, 'Dashboard', { metrics: this.metrics, alarms, logGroups: functions.map(({ logGroup }) => logGroup) });
    }
  }

  /**
   * Grants read access to all profiles, like `table.grantReadData()`: to the table, its indexes and its encryption key.
   *
   * @param grantee the principal to grant access to
   */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.table.grantReadData(grantee);
  }

  /**
   * Grants read and write access to all profiles, like `table.grantReadWriteData()`.
   *
   * Each write must set a new `version`.
   *
   * @param grantee the principal to grant access to
   */
  public grantReadWrite(grantee: iam.IGrantable): iam.Grant {
    return this.table.grantReadWriteData(grantee);
  }

  /**
   * The number of requests to the API: the sample count over 5 minutes.
   *
   * @param props overrides for the metric
   */
  public metricRequests(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metrics.requests(props);
  }

  /**
   * The number of responses with a 5xx status: the sum over 5 minutes.
   *
   * @param props overrides for the metric
   */
  public metricErrors(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metrics.errors(props);
  }

  /**
   * The time between a request and its response at the API, in milliseconds: the 99th percentile over 5 minutes.
   *
   * @param props overrides for the metric
   */
  public metricLatency(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metrics.latency(props);
  }
}
