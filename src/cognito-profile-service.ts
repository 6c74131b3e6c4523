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
import { createProfileFunctions } from './api/profile-functions';
import { CognitoProfileServiceProps } from './cognito-profile-service-props';
import { createProfileTable } from './data/profile-table';
import { Alarms } from './operations/alarms';
import { Dashboard } from './operations/dashboard';
import { allowLogsToUse } from './operations/log-group';
import { ServiceMetrics } from './operations/service-metrics';
import { createSignIn } from './sign-in';
import { noteSharedTable, validateProps } from './validation';
import { addWarnings } from './validation/warnings';

/**
 * A complete user profile service: sign-up and sign-in by Amazon Cognito, an HTTP API that admits only signed-in users,
 * the Lambda functions behind it, and the DynamoDB table that keeps the profiles.
 *
 * Each signed-in user reads and writes one profile, a JSON object, at `/user/profile`.
 *
 * Throws an `Error` that lists every bad prop when the props are not valid, before any resource is made.
 */
export class CognitoProfileService extends Construct {
  /**
   * The path of the OpenAPI 3.1 description of the API, a JSON file in the package, from which tools generate clients. In other languages
   * than TypeScript and JavaScript it is there while the app runs; copy it from there.
   *
   * @see https://spec.openapis.org/oas/v3.1.0
   */
  public static readonly OPENAPI_PATH = path.join(__dirname, '..', 'assets', 'openapi.json');

  /** The user pool that users sign up to. */
  public readonly userPool: cognito.IUserPool;

  /** The app client that users sign in with; only its tokens are admitted. */
  public readonly userPoolClient: cognito.IUserPoolClient;

  /** The domain of the sign-in pages; none where `userPool` is brought. */
  public readonly userPoolDomain?: cognito.UserPoolDomain;

  /** The table that keeps the profiles. */
  public readonly table: dynamodb.ITable;

  /** The HTTP API. Its default authorizer is `authorizer`, so that routes added by `addRoutes()` are protected as well. */
  public readonly httpApi: apigwv2.HttpApi;

  /** The stage that serves the API, `$default`. */
  public readonly stage: apigwv2.HttpStage;

  /** Admits requests with a valid token of the app client. */
  public readonly authorizer: HttpJwtAuthorizer;

  /** The function that answers `GET /user/profile`. */
  public readonly readProfileFunction: lambda.Function;

  /** The function that answers `POST /user/profile`. */
  public readonly createProfileFunction: lambda.Function;

  /** The function that answers `PATCH /user/profile`. */
  public readonly updateProfileFunction: lambda.Function;

  /** The function that answers `DELETE /user/profile`. */
  public readonly deleteProfileFunction: lambda.Function;

  /** The URL of the signed-in user's profile, at `apiDomain` where there is one. */
  public readonly profileUrl: string;

  /** The issuer of the tokens that the API admits, their `iss` claim. */
  public readonly issuer: string;

  /** The URL at which a browser starts to sign in; none where `userPool` is brought. */
  public readonly signInUrl?: string;

  private readonly metrics: ServiceMetrics;

  constructor(scope: Construct, id: string, props: CognitoProfileServiceProps = {}) {
    super(scope, id);
    const settings = validateProps(this, props);
    if (settings.encryptionKey) {
      allowLogsToUse(settings.encryptionKey, this);
    }

    const signIn = createSignIn(this, settings);
    this.userPool = signIn.userPool;
    this.userPoolClient = signIn.userPoolClient;
    this.userPoolDomain = signIn.userPoolDomain;
    this.signInUrl = signIn.signInUrl;
    addWarnings(this, settings, this.userPoolClient);

    this.table = settings.table ?? createProfileTable(this, settings);
    noteSharedTable(this.table, { scope: this, userPoolId: this.userPool.userPoolId, userPartitions: settings.userPartitions });

    const functions = createProfileFunctions(this, this.table, settings);
    this.readProfileFunction = functions.read;
    this.createProfileFunction = functions.create;
    this.updateProfileFunction = functions.update;
    this.deleteProfileFunction = functions.delete;

    const api = new ProfileApi(this, this.userPool, this.userPoolClient, settings);
    api.route(apigwv2.HttpMethod.GET, 'ReadProfile', this.readProfileFunction);
    api.route(apigwv2.HttpMethod.POST, 'CreateProfile', this.createProfileFunction);
    api.route(apigwv2.HttpMethod.PATCH, 'UpdateProfile', this.updateProfileFunction);
    api.route(apigwv2.HttpMethod.DELETE, 'DeleteProfile', this.deleteProfileFunction);
    this.httpApi = api.httpApi;
    this.stage = api.stage;
    this.authorizer = api.authorizer;
    this.issuer = api.issuer;
    this.profileUrl = api.profileUrl;

    this.metrics = new ServiceMetrics(this.httpApi, Object.values(functions), this.table);
    const alarms = settings.alarmTopic && new Alarms(this, 'Alarms', { metrics: this.metrics, topic: settings.alarmTopic });
    if (settings.dashboard) {
      new Dashboard(this, 'Dashboard', {
        metrics: this.metrics,
        alarms,
        logGroups: Object.values(functions).map((profileFunction) => profileFunction.logGroup),
      });
    }
  }

  /**
   * Lets somebody read all profiles, in the table and its indexes, as `table.grantReadData()` does; with the table's key where it has one.
   *
   * @param grantee who may read
   */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.table.grantReadData(grantee);
  }

  /**
   * Lets somebody read, write and erase all profiles, as `table.grantReadWriteData()` does. Whatever writes must set a new `version` with
   * each write.
   *
   * @param grantee who may read and write
   */
  public grantReadWrite(grantee: iam.IGrantable): iam.Grant {
    return this.table.grantReadWriteData(grantee);
  }

  /**
   * How many requests the API got: the sample count over 5 minutes.
   *
   * @param props what to change of the metric
   */
  public metricRequests(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metrics.requests(props);
  }

  /**
   * How many requests the service failed to answer, those with a status of 500 and above: the sum over 5 minutes.
   *
   * @param props what to change of the metric
   */
  public metricErrors(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metrics.errors(props);
  }

  /**
   * The time from a request to its answer, as seen by the API, in milliseconds: the 99th percentile over 5 minutes.
   *
   * @param props what to change of the metric
   */
  public metricLatency(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metrics.latency(props);
  }
}
