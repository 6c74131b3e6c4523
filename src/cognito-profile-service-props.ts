import { RemovalPolicy, Size } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';

/**
 * Provisioned throughput of the table and of its index, which get the same.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/provisioned-capacity-mode.html
 */
export interface TableCapacity {
  /**
   * Read capacity units: one is a strongly consistent read of up to 4 KB a second.
   *
   * A positive integer.
   */
  readonly readCapacity: number;

  /**
   * Write capacity units: one is a write of up to 1 KB a second.
   *
   * A positive integer.
   */
  readonly writeCapacity: number;
}

/**
 * Properties of a `CognitoProfileService`.
 */
export interface CognitoProfileServiceProps {
  // Sign-in

  /**
   * Makes the address of the sign-in pages unique: they are served at
   * `https://profile-service-<domainSuffix>.auth.<region>.amazoncognito.com`.
   *
   * At most 47 characters: lower-case letters, digits and hyphens, ending in a letter or digit, without the words
   * `aws`, `amazon` and `cognito`. The resulting prefix must be free in the whole region, over all AWS accounts.
   *
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html
   */
  readonly domainSuffix: string;

  /**
   * Which sign-in pages Cognito shows.
   *
   * The newer managed login comes with its branding resource, without which it would show no page.
   *
   * @default ManagedLoginVersion.NEWER_MANAGED_LOGIN
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html
   */
  readonly managedLoginVersion?: cognito.ManagedLoginVersion;

  /**
   * OAuth 2.0 settings of the app client, merged field by field with the defaults: a field that you leave out keeps its
   * default, a field that you give replaces it whole.
   *
   * Callback and logout URLs must be `https` (or `http://localhost`), without a fragment.
   *
   * @default - authorization code grant; scopes phone, email, openid, profile and aws.cognito.signin.user.admin;
   * callback `https://localhost:3000`
   */
  readonly oAuth?: cognito.OAuthSettings;

  /**
   * How apps may sign users in by API, beside the sign-in pages. Refresh tokens always work.
   *
   * @default { userSrp: true }
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
   */
  readonly authFlows?: cognito.AuthFlow;

  // API

  /**
   * Runtime of the functions. Any Node.js runtime that AWS supports selects the Node.js handlers, any such Python
   * runtime the Python handlers; both behave the same.
   *
   * @default Runtime.NODEJS_24_X
   * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
   */
  readonly runtime?: lambda.Runtime;

  /**
   * OAuth 2.0 scopes of which an access token must carry at least one. Id tokens carry no scopes, so they no longer pass
   * once this is given. Each must be among the scopes of the app client.
   *
   * @default - none: id tokens and access tokens of the app client both pass
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
   */
  readonly authorizationScopes?: string[];

  /**
   * Origins whose pages may call the API from a browser: `*`, or scheme, host and port without a path, like
   * `https://app.example.com`.
   *
   * @default ['*'] - safe, as the API reads a bearer token and never a cookie
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
   */
  readonly allowedOrigins?: string[];

  // Data

  /**
   * Provisioned throughput of the table and of its index.
   *
   * @default - on-demand
   */
  readonly tableCapacity?: TableCapacity;

  /**
   * A JSON Schema (draft-07) that every stored profile must meet, checked on POST and on what a PATCH leads to.
   *
   * Its root is `type: 'object'`. `format` and `default` are not enforced. `readOnly: true` on a property keeps users from
   * changing it; what a back end stored there stays. What the Node.js and the Python handlers could judge differently, or
   * what could take too long, fails at synth, with what to write instead.
   *
   * @default - none: any JSON object
   * @see https://json-schema.org/draft-07
   */
  readonly profileSchema?: { [key: string]: any };

  /**
   * The most that a profile may take in DynamoDB, by DynamoDB's own arithmetic over the profile data: 1 byte to 384 KiB.
   * The rest of the 400 KB that an item may have is for keys, version and times.
   *
   * An amount that only CloudFormation knows must be given in bytes.
   *
   * @default Size.kibibytes(64)
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
   */
  readonly maxProfileSize?: Size;

  /**
   * Over how many partition keys the profiles are spread, so that the limit of one partition (3,000 read units and 1,000
   * write units a second) does not bound the service: 1 to 100,000.
   *
   * Choose it once, before the first profile is written: with another number the service looks elsewhere for the profiles
   * that it has. `docs/scale.md` helps to choose.
   *
   * @default 1
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html
   */
  readonly userPartitions?: number;

  /**
   * What becomes of users, profiles and logs when the construct is removed from the stack, or the stack is deleted.
   *
   * `RETAIN` keeps the user pool, the table and the log groups, and protects pool and table against deletion by anyone.
   * `DESTROY` lifts that protection and deletes all of them. No other policy is accepted.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;
}
