import { RemovalPolicy, Size } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { TableCapacity } from './data/table-capacity';

/**
 * Properties of a `CognitoProfileService`.
 */
export interface CognitoProfileServiceProps {
  // Sign-in

  /**
   * The unique part of the URL of the sign-in pages, which are at
   * `https://profile-service-<domainSuffix>.auth.<region>.amazoncognito.com`.
   *
   * At most 47 characters: lower-case letters, digits and hyphens, ending in a letter or digit, without the words
   * `aws`, `amazon` and `cognito`. The resulting prefix must be free in the whole region, over all AWS accounts. In AWS
   * GovCloud (US) the host is `auth-fips` instead of `auth`.
   *
   * @default - required, unless `signInDomain` or `userPool` is given, with which it can't be combined
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html
   */
  readonly domainSuffix?: string;

  /**
   * A custom domain for the sign-in pages, instead of the prefix domain of `domainSuffix`: at most 63 characters, in lower case. Not
   * available in AWS GovCloud (US).
   *
   * Its certificate is in us-east-1, and the parent domain has an A record before the deployment. What remains is an alias
   * record from the domain to `userPoolDomain.cloudFrontEndpoint`.
   *
   * @default - the prefix domain of `domainSuffix`
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html
   */
  readonly signInDomain?: cognito.CustomDomainOptions;

  /**
   * Which sign-in pages Cognito shows.
   *
   * The newer managed login comes with its branding resource, without which it would show no page. It needs the feature
   * plan ESSENTIALS or PLUS. With `userPool`, give it where the pool's own domain shows the newer managed login, so that the pages of our app
   * client get their branding.
   *
   * @default - ManagedLoginVersion.NEWER_MANAGED_LOGIN; with `userPool` none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html
   */
  readonly managedLoginVersion?: cognito.ManagedLoginVersion;

  /**
   * OAuth 2.0 settings of the app client, merged field by field with the defaults: a field that you leave out keeps its
   * default, a field that you give replaces it whole.
   *
   * Callback and logout URLs, at most 100 each, are `https`, `http` on localhost, or of the scheme of an app, of at most 1024 characters, without
   * a fragment. `defaultRedirectUri` is one of the callback URLs. The implicit grant, which RFC 9700 advises against, gives a warning; client
   * credentials, which stand for no user, are refused.
   *
   * @default - authorization code grant; scopes phone, email, openid, profile and aws.cognito.signin.user.admin;
   * callback `https://localhost:3000`
   */
  readonly oAuth?: cognito.OAuthSettings;

  /**
   * How apps may sign users in by API, beside the sign-in pages. Refresh tokens always work.
   *
   * @default - { userSrp: true }; with `passkeys` also `user: true`, the choice-based flow that they need
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
   */
  readonly authFlows?: cognito.AuthFlow;

  /**
   * Whether users sign in with a second factor, which is always an authenticator app (TOTP, RFC 6238), never SMS.
   *
   * @default Mfa.OPTIONAL
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
   */
  readonly mfa?: cognito.Mfa;

  /**
   * Lets users sign in with a passkey (WebAuthn) instead of their password, and says whether the passkey must verify the user.
   *
   * Needs the feature plan ESSENTIALS or PLUS. Not together with `Mfa.REQUIRED`, as they are a single factor; with `Mfa.OPTIONAL` they are
   * for users without an authenticator app. Passkeys belong to the domain that they were made for: with another `signInDomain` later, users
   * have to register new ones.
   *
   * @default - no passkeys
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
   */
  readonly passkeys?: cognito.PasskeyUserVerification;

  /**
   * The feature plan of the user pool, which decides what it can do and what a user costs.
   *
   * @default FeaturePlan.ESSENTIALS
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html
   */
  readonly featurePlan?: cognito.FeaturePlan;

  /**
   * Whether Cognito watches sign-ins for compromised passwords and unusual circumstances, and what it does about them.
   *
   * Needs the feature plan PLUS.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
   */
  readonly threatProtection?: cognito.StandardThreatProtectionMode;

  /**
   * An existing user pool.
   *
   * The construct then creates no sign-in domain, and rejects the props that configure a user pool: `domainSuffix`, `signInDomain`, `mfa`,
   * `passkeys`, `featurePlan` and `threatProtection`. A pool can serve several services.
   *
   * @default - a user pool is created
   */
  readonly userPool?: cognito.IUserPool;

  /**
   * An existing app client of `userPool`, without the client credentials grant. The API accepts only its tokens.
   *
   * The construct then rejects `oAuth`, `authFlows` and `managedLoginVersion`.
   *
   * @default - an app client is created
   */
  readonly userPoolClient?: cognito.IUserPoolClient;

  // API

  /**
   * Runtime of the functions. Any Node.js runtime that AWS supports, from nodejs22.x on, selects the Node.js handlers, any such Python
   * runtime, from python3.11 on, the Python handlers; both behave the same.
   *
   * @default Runtime.NODEJS_24_X
   * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
   */
  readonly runtime?: lambda.Runtime;

  /**
   * OAuth 2.0 scopes of which an access token must carry at least one. Id tokens carry no scopes, so they no longer pass
   * once this is given; and sign-in by API gives `aws.cognito.signin.user.admin` only. A scope that the app client does not ask for gives a
   * warning, because nothing but a trigger of the user pool could add it to tokens. At least one.
   *
   * @default - none: id tokens and access tokens of the app client both pass
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
   */
  readonly authorizationScopes?: string[];

  /**
   * Origins whose pages may call the API from a browser: `*`, `https://*`, `http://*`, or scheme, host and port as browsers send them, like
   * `https://app.example.com`: in lower case, without a path or the usual port. At least one.
   *
   * @default - ['*'], which is safe, as the API reads a bearer token and never a cookie
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
   */
  readonly allowedOrigins?: string[];

  /**
   * A custom domain name for the API, with an optional path (the mapping key: letters, digits and `$-_.+!*'()`, with single slashes between
   * parts). The mapping key is plain text, and no token. A path of a domain name leads to one API in its region.
   *
   * `profileUrl` has it, and the API's own endpoint is turned off, so that nobody gets around the domain's settings. What remains is an
   * alias record from the domain name to `domainName.regionalDomainName`.
   *
   * @default - the API's own endpoint
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-custom-domain-names.html
   */
  readonly apiDomain?: apigwv2.DomainMappingOptions;

  /**
   * The request limits of the API: a steady rate, in requests per second, and a burst, in requests. Further requests get the status 429.
   * Each limit is a whole number, 0 or more. A limit that you omit keeps its default.
   *
   * @default { rateLimit: 1000, burstLimit: 1000 }
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html
   */
  readonly throttle?: apigwv2.ThrottleSettings;

  // Data

  /**
   * Provisioned throughput of the table and of its index.
   *
   * @default - on-demand
   */
  readonly tableCapacity?: TableCapacity;

  /**
   * An existing table.
   *
   * Its keys must be the strings `pk` (partition) and `sk` (sort), which is validated if the app defines the table. The construct then
   * rejects `tableCapacity`. Two services with the same table and the same user pool share their
   * profiles, and need the same `userPartitions`.
   *
   * @default - a table is created
   */
  readonly table?: dynamodb.ITable;

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
   * The maximum size of a profile in DynamoDB, as DynamoDB calculates it for the profile data: 1 byte to 384 KiB.
   * The rest of the 400 KB that an item may have is for keys, version and times.
   *
   * An amount that only CloudFormation knows must be given in bytes.
   *
   * @default Size.kibibytes(64)
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
   */
  readonly maxProfileSize?: Size;

  /**
   * The number of partition keys over which the profiles are distributed, so that the limit of one partition (3,000 read units and 1,000
   * write units a second) does not bound the service: 1 to 100,000.
   *
   * Choose it once, before the first profile is written. With another number, the service does not find existing profiles.
   *
   * @default 1
   * @see https://github.com/cdk-cognito-profile-service/cdk-cognito-profile-service/blob/main/docs/scale.md
   */
  readonly userPartitions?: number;

  /**
   * A symmetric customer managed key of AWS KMS, with which the table and the log groups are encrypted at rest. It is in the region of the stack,
   * and no alias.
   *
   * The policy of a key made in the app gets the statement for CloudWatch Logs; that of an imported key must have it, see "A key of your own" in
   * the README. An existing table or user pool keeps its own key.
   *
   * @default - keys that AWS owns
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * What happens to users, profiles and logs when the construct is removed from the stack, or the stack is deleted.
   *
   * `RETAIN` keeps the user pool, the table and the log groups, and protects pool and table against deletion by anyone.
   * `DESTROY` lifts that protection and deletes all of them. No other policy is accepted.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;

  // Operations

  /**
   * How long the logs of the API and of the functions are kept. Not `INFINITE`.
   *
   * @default RetentionDays.ONE_MONTH
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * Whether the functions send traces to AWS X-Ray.
   *
   * @default Tracing.ACTIVE
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
   */
  readonly tracing?: lambda.Tracing;

  /**
   * The SNS topic for the alarms. It is notified when an alarm goes off and when it returns to OK. Without a topic there are no alarms.
   *
   * The topic is in the region of the stack. Where it has a policy of its own, also by `enforceSSL`, that must let
   * `cloudwatch.amazonaws.com` publish; where it is encrypted with a customer managed key, the key's policy must let it use the key.
   *
   * @default - no alarms
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
   */
  readonly alarmTopic?: sns.ITopic;

  /**
   * Whether to create a CloudWatch dashboard: from what users see, down to the functions and the table.
   *
   * @default false
   */
  readonly dashboard?: boolean;
}
