import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
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
   * The suffix of the Amazon Cognito prefix domain. The sign-in pages are at
   * `https://profile-service-<domainSuffix>.auth.<region>.amazoncognito.com`.
   *
   * Up to 47 characters: lowercase letters, digits and hyphens. The last character is a letter or a digit. The words `aws`,
   * `amazon` and `cognito` are not allowed. The domain prefix must be unique in the Region, across all AWS accounts. In AWS
   * GovCloud (US), the host contains `auth-fips` instead of `auth`.
   *
   * @default - required, unless `signInDomain` or `userPool` is specified; can't be combined with them
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html
   */
  readonly domainSuffix?: string;

  /**
   * A custom domain for the sign-in pages, instead of the prefix domain of `domainSuffix`.
   *
   * Up to 63 characters, in lowercase. Not available in AWS GovCloud (US).
   *
   * The certificate must be in us-east-1, and the parent domain must have a DNS A record before you deploy. After the
   * deployment, create an alias record from the domain to `userPoolDomain.cloudFrontEndpoint`.
   *
   * @default - the prefix domain of `domainSuffix`
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html
   */
  readonly signInDomain?: cognito.CustomDomainOptions;

  /**
   * The version of managed login: the newer managed login or the classic hosted UI.
   *
   * For the newer managed login, the construct also creates a branding style, without which Cognito shows no page. The newer
   * managed login requires the feature plan ESSENTIALS or PLUS. With an existing `userPool`, specify the version if the domain
   * of the user pool uses the newer managed login, so that the app client that the construct creates gets a branding style.
   *
   * @default - ManagedLoginVersion.NEWER_MANAGED_LOGIN; with `userPool` none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html
   */
  readonly managedLoginVersion?: cognito.ManagedLoginVersion;

  /**
   * OAuth 2.0 settings of the app client.
   *
   * The settings are merged with the defaults field by field: a field that you specify replaces the default of that field, and
   * a field that you omit keeps its default.
   *
   * You can specify up to 100 callback URLs and up to 100 logout URLs, of up to 1,024 characters each and without a fragment.
   * Each URL uses `https`, `http` on localhost, or a custom scheme of an app; `localhost:3000` without a scheme is rejected. `defaultRedirectUri` must be one of the callback
   * URLs. The implicit grant causes a warning, because RFC 9700 advises against it. The client credentials grant is rejected,
   * because its tokens don't represent a user.
   *
   * You can specify up to 50 scopes, of up to 256 characters each: the scopes of Cognito, and scopes of resource servers of the user
   * pool, such as `api/read`. The AWS CDK adds `openid` to `phone`, `email` and `profile`.
   *
   * @default - authorization code grant; scopes phone, email, openid, profile and aws.cognito.signin.user.admin;
   * callback URL `https://localhost:3000`; logout URLs: the callback URLs
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
   */
  readonly oAuth?: cognito.OAuthSettings;

  /**
   * The authentication flows that apps can use to sign in users through the API, in addition to the sign-in pages.
   *
   * Refresh tokens are always enabled. With `userSrp`, the password is never sent. With `user`, the choice-based flow, an app can also
   * send the password itself.
   *
   * @default - { userSrp: true }; with `passkeys` also `user: true`, the choice-based flow that passkeys require
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
   */
  readonly authFlows?: cognito.AuthFlow;

  /**
   * Enables refresh token rotation, and specifies for how long a refresh token is still accepted after its use: 0 to 60 seconds, in
   * whole seconds.
   *
   * With rotation, each refresh returns a new refresh token, and invalidates the previous one after the grace period. Apps refresh at
   * the token endpoint or with `GetTokensFromRefreshToken`, because Cognito does not allow the flow `REFRESH_TOKEN_AUTH` with rotation.
   *
   * @default - no rotation
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
   */
  readonly refreshTokenRotationGracePeriod?: Duration;

  /**
   * Whether users can sign up themselves. If not, users are created with `AdminCreateUser` only.
   *
   * @default true
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html
   */
  readonly selfSignUp?: boolean;

  /**
   * How the user pool sends email messages: with `UserPoolEmail.withSES()` through Amazon SES, from your own address.
   *
   * If the stack has no explicit Region, specify `sesRegion`. Before you deploy, verify the address or its domain in SES, and move your
   * account out of the SES sandbox.
   *
   * @default - the built-in email of Cognito, limited to 50 messages per day in the account
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html
   */
  readonly email?: cognito.UserPoolEmail;

  /**
   * Whether multi-factor authentication (MFA) is off, optional or required.
   *
   * The second factor is always an authenticator app (TOTP, RFC 6238), never SMS.
   *
   * With `Mfa.REQUIRED`, the first sign-in after sign-up can succeed without it; later ones can't. With `Mfa.OPTIONAL`, the sign-in
   * pages don't offer it: the app registers the authenticator app with `AssociateSoftwareToken` and `VerifySoftwareToken`, and activates
   * it with `SetUserMFAPreference`.
   *
   * @default Mfa.OPTIONAL
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
   */
  readonly mfa?: cognito.Mfa;

  /**
   * Enables sign-in with passkeys (WebAuthn), and specifies whether user verification is required or preferred.
   *
   * Requires the feature plan ESSENTIALS or PLUS. The sign-in pages offer passkeys only with the newer managed login. A passkey is
   * bound to the domain where the user registers it: if you change `signInDomain` later, users must register new passkeys.
   *
   * With `Mfa.OPTIONAL`, only users without a second factor can sign in with a passkey. With `Mfa.REQUIRED`, a passkey counts as
   * multi-factor authentication. Then user verification must be REQUIRED, and each user has an authenticator app as well and activates
   * passkeys in the MFA preference (`WebAuthnMfaSettings` of `SetUserMFAPreference`).
   *
   * @default - no passkeys
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnMfaSettingsType.html
   */
  readonly passkeys?: cognito.PasskeyUserVerification;

  /**
   * The feature plan of the user pool. It determines the available features and the price per user.
   *
   * @default FeaturePlan.ESSENTIALS
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html
   */
  readonly featurePlan?: cognito.FeaturePlan;

  /**
   * The mode of threat protection: whether Cognito detects compromised passwords and unusual sign-in activity, and whether it
   * responds to them.
   *
   * Requires the feature plan PLUS.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
   */
  readonly threatProtection?: cognito.StandardThreatProtectionMode;

  /**
   * An existing user pool. Several services can use the same user pool.
   *
   * The construct does not create a sign-in domain. It rejects the props that configure a user pool: `domainSuffix`,
   * `signInDomain`, `selfSignUp`, `email`, `mfa`, `passkeys`, `featurePlan` and `threatProtection`.
   *
   * @default - a user pool is created
   */
  readonly userPool?: cognito.IUserPool;

  /**
   * The issuer (`iss` claim) of the tokens of an imported `userPool` whose issuer type is UPDATED:
   * `https://issuer-cognito-idp.<region>.amazonaws.com/<user pool ID>`, without a trailing slash.
   *
   * If the app defines the user pool, the construct reads the issuer type from it.
   *
   * @default - `https://cognito-idp.<region>.amazonaws.com/<user pool ID>`, or the updated issuer if the app defines it
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html
   */
  readonly issuer?: string;

  /**
   * An existing app client of `userPool`, without the client credentials grant. The API accepts only tokens of this app client.
   *
   * The construct rejects `oAuth`, `authFlows`, `refreshTokenRotationGracePeriod` and `managedLoginVersion`.
   *
   * @default - an app client is created
   */
  readonly userPoolClient?: cognito.IUserPoolClient;

  // API

  /**
   * The runtime of the Lambda functions.
   *
   * A Node.js runtime that AWS supports (nodejs22.x or later) selects the Node.js handlers. A Python runtime that AWS supports
   * (python3.11 or later) selects the Python handlers. Both behave the same.
   *
   * @default Runtime.NODEJS_24_X
   * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
   */
  readonly runtime?: lambda.Runtime;

  /**
   * OAuth 2.0 scopes. An access token must contain at least one of them.
   *
   * ID tokens contain no scopes, so the API rejects them if you specify this prop. Access tokens from API sign-in contain only
   * `aws.cognito.signin.user.admin`. A scope that the app client does not request causes a warning, because only a trigger of
   * the user pool can add it to tokens. Specify 1 to 10 scopes, of up to 64 characters each. These are quotas of a route, which AWS
   * does not increase.
   *
   * @default - none: the API accepts ID tokens and access tokens of the app client
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
   */
  readonly authorizationScopes?: string[];

  /**
   * The allowed origins for cross-origin resource sharing (CORS): the origins of web pages that can call the API from a browser.
   *
   * Each origin is `*`, `https://*`, `http://*`, or the scheme, host and port as browsers send them, such as
   * `https://app.example.com`: in lowercase, without a path and without the default port. Specify at least one origin.
   *
   * @default - ['*'], which is safe, because the API reads a bearer token and never a cookie
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
   */
  readonly allowedOrigins?: string[];

  /**
   * A custom domain name for the API, with an optional mapping key (path).
   *
   * The domain name must be Regional and require TLS 1.2, which are the defaults of the AWS CDK. The mapping key has up to 300
   * characters: letters, digits and `$-_.+!*'()`, with single slashes between its parts. It can't be a token. A path of a domain
   * name maps to one API in its Region.
   *
   * `profileUrl` uses the domain name. The default endpoint of the API is disabled, so that clients can't bypass the settings of
   * the domain name. After the deployment, create an alias record from the domain name to `domainName.regionalDomainName`.
   *
   * @default - the default endpoint of the API
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-custom-domain-names.html
   */
  readonly apiDomain?: apigwv2.DomainMappingOptions;

  /**
   * The throttling limits of the API: the rate limit, in requests per second, and the burst limit, in requests.
   *
   * API Gateway rejects requests above the limits with the status 429, on a best-effort basis: some requests above a limit can
   * succeed. Each limit is an integer from 0 to 2,147,483,647. A limit that you omit keeps its default. The quotas of the account
   * apply as well.
   *
   * @default { rateLimit: 1000, burstLimit: 1000 }
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html
   */
  readonly throttle?: apigwv2.ThrottleSettings;

  // Data

  /**
   * The provisioned throughput of the table and of its index.
   *
   * Positive integers, within the quotas of the account. The default quota is 40,000 read and 40,000 write capacity units for a table
   * and its index together, so up to 20,000 of each here; AWS increases it on request.
   *
   * @default - on-demand
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html
   */
  readonly tableCapacity?: TableCapacity;

  /**
   * An existing table.
   *
   * Its primary key must be the strings `pk` (partition key) and `sk` (sort key). The construct validates the key if the app
   * defines the table. The construct rejects `tableCapacity`. Two services with the same table and the same user pool share
   * their profiles, and must have the same `userPartitions`.
   *
   * @default - a table is created
   */
  readonly table?: dynamodb.ITable;

  /**
   * A JSON Schema (draft-07) that each stored profile must match. The API validates the profile of a POST request, and the
   * result of a PATCH request.
   *
   * The root must have `type: 'object'`. `format` and `default` are not enforced. A `format` without a `pattern` beside it causes a
   * warning. `readOnly: true` on a property prevents users from changing it; only administrators and your back end can. A schema that
   * the Node.js and the Python handlers could evaluate differently, or that could take too long to evaluate, causes an error at
   * synthesis. The error states what to write instead.
   *
   * Write null as `{ type: 'null' }`. Null in `const`, in `enum` and in lists is refused. In languages other than TypeScript and
   * JavaScript, the AWS CDK drops a key whose value is null, and the construct can't detect it: in Python, `{"const": None}` becomes
   * `{}`, which accepts any value.
   *
   * @default - none: any JSON object
   * @see https://json-schema.org/draft-07
   */
  readonly profileSchema?: { [key: string]: any };

  /**
   * The maximum size of a profile in DynamoDB, as DynamoDB calculates it for the profile data: 1 byte to 384 KiB.
   *
   * The rest of the maximum item size of 400 KB is reserved for keys, version and timestamps.
   *
   * If the amount is a token, specify it in bytes.
   *
   * @default Size.kibibytes(64)
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
   */
  readonly maxProfileSize?: Size;

  /**
   * The number of partition key values across which the profiles are distributed: 1 to 100,000.
   *
   * With more than one, the throughput of the service can exceed the limit of a single partition (3,000 read units and 1,000
   * write units per second).
   *
   * Choose the number before the first profile is written. If you change it later, the service does not find existing profiles.
   *
   * @default 1
   * @see https://github.com/cdk-cognito-profile-service/cdk-cognito-profile-service/blob/main/docs/scale.md
   */
  readonly userPartitions?: number;

  /**
   * A symmetric customer managed key of AWS KMS that encrypts the table, the log groups and the dead-letter queue of `changeEvents` at
   * rest.
   *
   * The key must be in the Region of the stack. An alias is not accepted.
   *
   * If the app creates the key, the construct adds the statement for CloudWatch Logs to the key policy. The policy of an imported
   * key must contain that statement before you deploy; see "Customer managed key" in
   * https://github.com/cdk-cognito-profile-service/cdk-cognito-profile-service/blob/main/docs/security.md#customer-managed-key.
   * An existing table or user pool keeps its own key.
   *
   * @default - AWS owned keys
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * What happens to the users, profiles and logs when the construct is removed from the stack or the stack is deleted.
   *
   * `RETAIN` keeps the user pool, the table and the log groups, and enables deletion protection for the user pool and the table. A
   * deployment that fails while it creates the service keeps the user pool and the table, and deletes the log groups.
   * `DESTROY` disables deletion protection, and deletes all of them. Other policies are rejected.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;

  // Administration and events

  /**
   * The name of the group of the user pool whose members are administrators: they read and write the profiles of all users, at
   * `/users/{sub}/profile` and `/users/profiles`. They can also write read-only properties of the `profileSchema`.
   *
   * The construct creates the group in its user pool. In an existing `userPool`, the group must exist. The construct deletes the group
   * with the memberships of its users if you remove or change the name. Membership takes effect with the next token of the user, and
   * ends with the last one: an access token or ID token is valid for up to a day.
   *
   * 1 to 128 characters: letters, marks, symbols, digits and punctuation, without spaces. A `table` that also has the profiles of another
   * user pool is rejected.
   *
   * @default - no routes for administrators
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html
   */
  readonly adminGroup?: string;

  /**
   * Whether users can delete their account at `/user`: their profile and their user in the user pool. With `adminGroup`,
   * administrators can delete the account of a user at `/users/{sub}`.
   *
   * A tombstone without data keeps the key of the profile for 25 hours, until no token of the user is valid any longer. Until then,
   * every method of the profile returns 410. A `userPool` in another Region or account is rejected.
   *
   * @default false
   * @see https://github.com/cdk-cognito-profile-service/cdk-cognito-profile-service/blob/main/docs/api.md#delete-an-account
   */
  readonly accountDeletion?: boolean;

  /**
   * The Time to Live (TTL) attribute of an existing `table`. `accountDeletion` requires it, because DynamoDB deletes tombstones by TTL.
   *
   * TTL must be enabled for this attribute. The construct validates it if the app defines the table. 1 to 255 characters; `pk`, `sk`,
   * `profile_data`, `version`, `created_at`, `updated_at` and `erased_at` are rejected, and so is the prop without both.
   *
   * @default - required with `accountDeletion` and `table`; the table that the construct creates has the attribute `expires_at`
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html
   */
  readonly timeToLiveAttribute?: string;

  /**
   * The Amazon EventBridge event bus that gets an event for each profile that was created, updated or erased: the user's `sub`, what
   * happened, the version and the time, and never a value of the profile.
   *
   * The events of a user arrive at the event bus in order, and at least once. Changes that can't be published for 12 hours are in
   * `changeEventsDeadLetterQueue`. With `alarmTopic`, alarms monitor delays, lost changes and errors of the function.
   *
   * The event bus must be in the Region of the stack. If it is in another account, its policy must allow the account of the stack
   * `events:PutEvents`. An existing `table` must have a stream with new and old images; the construct validates this if the app
   * defines the table. An imported table needs its `tableStreamArn`.
   *
   * @default - no events, and the table has no stream
   * @see https://github.com/cdk-cognito-profile-service/cdk-cognito-profile-service/blob/main/docs/change-events.md
   */
  readonly changeEvents?: events.IEventBus;

  // Operations

  /**
   * How long the logs of the API and of the functions are retained: one day to ten years. `INFINITE` is not accepted.
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
   * The Amazon SNS topic that is notified when an alarm goes to the ALARM state and when it returns to OK. Without a topic, no
   * alarms are created.
   *
   * The topic must be in the Region of the stack. If the topic has its own policy, which `enforceSSL` also creates, that policy
   * must allow `cloudwatch.amazonaws.com` to publish. If the topic is encrypted with a customer managed key, the key policy must
   * allow `cloudwatch.amazonaws.com` to use the key.
   *
   * @default - no alarms
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
   */
  readonly alarmTopic?: sns.ITopic;

  /**
   * Whether to create a CloudWatch dashboard that shows the metrics of the API, the functions and the table.
   *
   * @default false
   */
  readonly dashboard?: boolean;
}
