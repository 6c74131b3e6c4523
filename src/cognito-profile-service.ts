import { RemovalPolicy } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { CognitoProfileServiceProps } from './cognito-profile-service-props';
import { ProfileApi } from './profile-api';
import { ProfileFunction } from './profile-function';
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

    const functionProps = {
      runtime: props.runtime ?? lambda.Runtime.NODEJS_24_X,
      removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN,
    };
    const readProfile = new ProfileFunction(this, 'ReadProfile', {
      ...functionProps,
      handler: 'profile.get',
      description: 'Reads the profile of the signed-in user',
    });
    readProfile.useTable(this.table, 'dynamodb:GetItem');
    this.readProfileFunction = readProfile.function;

    const createProfile = new ProfileFunction(this, 'CreateProfile', {
      ...functionProps,
      handler: 'profile.create',
      description: 'Creates or replaces the profile of the signed-in user',
    });
    createProfile.useTable(this.table, 'dynamodb:UpdateItem');
    createProfile.limitProfileSize();
    this.createProfileFunction = createProfile.function;

    const api = new ProfileApi(this, this.userPool, this.userPoolClient, props);
    api.route(apigwv2.HttpMethod.GET, 'ReadProfile', this.readProfileFunction);
    api.route(apigwv2.HttpMethod.POST, 'CreateProfile', this.createProfileFunction);
    this.httpApi = api.httpApi;
    this.stage = api.stage;
    this.authorizer = api.authorizer;
    this.issuer = api.issuer;
    this.profileUrl = api.profileUrl;
  }
}
