import * as path from 'path';
import { RemovalPolicy, Size } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { CognitoProfileServiceProps } from './cognito-profile-service-props';
import { ProfileApi } from './profile-api';
import { ProfileFunction } from './profile-function';
import { readProfileSchema } from './profile-schema';
import { createProfileTable } from './profile-table';
import { SignIn } from './sign-in';
import { validateProps } from './validation';
import { claimDomainPrefix } from './validation/unique-domain-prefix';

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
   * The path of the OpenAPI 3.1 description of the API, a JSON file in the package, from which tools generate clients.
   *
   * @see https://spec.openapis.org/oas/v3.1.0
   */
  public static readonly OPENAPI_PATH = path.join(__dirname, '..', 'assets', 'openapi.json');

  /** The user pool that users sign up to. */
  public readonly userPool: cognito.IUserPool;

  /** The app client that users sign in with; only its tokens are admitted. */
  public readonly userPoolClient: cognito.IUserPoolClient;

  /** The domain of the sign-in pages. */
  public readonly userPoolDomain?: cognito.UserPoolDomain;

  /** The table that keeps the profiles. */
  public readonly table: dynamodb.ITable;

  /** The HTTP API. Its default authorizer is ours, so that routes added by `addRoutes()` are protected as well. */
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

  /** The URL of the signed-in user's profile. */
  public readonly profileUrl: string;

  /** The issuer of the tokens that the API admits, their `iss` claim. */
  public readonly issuer: string;

  /** The URL at which a browser starts to sign in. */
  public readonly signInUrl?: string;

  constructor(scope: Construct, id: string, props: CognitoProfileServiceProps) {
    super(scope, id);
    validateProps(this, props);
    claimDomainPrefix(this, props.domainSuffix);

    const signIn = new SignIn(this, props);
    this.userPool = signIn.userPool;
    this.userPoolClient = signIn.userPoolClient;
    this.userPoolDomain = signIn.userPoolDomain;
    this.signInUrl = signIn.url;

    this.table = createProfileTable(this, props);

    const schema = props.profileSchema && readProfileSchema(props.profileSchema).document;
    const profileFunction = (functionId: string, name: 'get' | 'create' | 'update' | 'delete', description: string, ...actions: string[]) => {
      const stores = name === 'create' || name === 'update';
      const made = new ProfileFunction(this, functionId, {
        handler: `profile.${name}`,
        description,
        schema: stores ? schema : undefined,
        runtime: props.runtime ?? lambda.Runtime.NODEJS_24_X,
        removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN,
      });
      made.useTable(this.table, props.userPartitions ?? 1, ...actions);
      if (stores) {
        made.limitProfileSize(props.maxProfileSize ?? Size.kibibytes(64));
      }
      return made;
    };
    const read = profileFunction('ReadProfile', 'get', 'Reads the profile of the signed-in user', 'dynamodb:GetItem');
    const create = profileFunction('CreateProfile', 'create', 'Creates or replaces the profile of the signed-in user',
      'dynamodb:GetItem', 'dynamodb:UpdateItem');
    const update = profileFunction('UpdateProfile', 'update', 'Changes the profile of the signed-in user',
      'dynamodb:GetItem', 'dynamodb:UpdateItem');
    const erase = profileFunction('DeleteProfile', 'delete', 'Erases the profile of the signed-in user',
      'dynamodb:GetItem', 'dynamodb:DeleteItem');
    this.readProfileFunction = read.function;
    this.createProfileFunction = create.function;
    this.updateProfileFunction = update.function;
    this.deleteProfileFunction = erase.function;

    const api = new ProfileApi(this, this.userPool, this.userPoolClient, props);
    api.route(apigwv2.HttpMethod.GET, 'ReadProfile', this.readProfileFunction);
    api.route(apigwv2.HttpMethod.POST, 'CreateProfile', this.createProfileFunction);
    api.route(apigwv2.HttpMethod.PATCH, 'UpdateProfile', this.updateProfileFunction);
    api.route(apigwv2.HttpMethod.DELETE, 'DeleteProfile', this.deleteProfileFunction);
    this.httpApi = api.httpApi;
    this.stage = api.stage;
    this.authorizer = api.authorizer;
    this.issuer = api.issuer;
    this.profileUrl = api.profileUrl;
  }
}
