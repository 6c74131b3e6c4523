import { Token } from 'aws-cdk-lib';
import { FeaturePlan, ManagedLoginVersion, Mfa, PasskeyUserVerification, StandardThreatProtectionMode } from 'aws-cdk-lib/aws-cognito';
import { Tracing } from 'aws-cdk-lib/aws-lambda';
import { PropError, propError } from './prop-error';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';

/** The type of a prop. Validated for apps in languages without type checking. */
interface PropType {
  readonly accepts: (value: any) => boolean;
  readonly expected: string;
}

const STRING: PropType = { accepts: (value) => typeof value === 'string', expected: 'a string' };
const STRINGS: PropType = { accepts: (value) => Array.isArray(value) && value.every(STRING.accepts), expected: 'a list of strings' };
const BOOLEAN: PropType = { accepts: (value) => typeof value === 'boolean', expected: 'true or false' };
const OBJECT: PropType = { accepts: (value) => typeof value === 'object' && !Array.isArray(value), expected: 'an object' };

/** Its values are validated with those of its group. */
const ANY: PropType = { accepts: () => true, expected: 'a value' };

const PROP_TYPES: Required<{ readonly [prop in keyof CognitoProfileServiceProps]: PropType }> = {
  domainSuffix: STRING,
  signInDomain: {
    accepts: (value) => hasMembers(value, 'domainName') && hasMembers(value.certificate, 'certificateArn', 'node'),
    expected: 'of type CustomDomainOptions, with a domainName and an ICertificate',
  },
  managedLoginVersion: memberOf('ManagedLoginVersion', () => ManagedLoginVersion),
  oAuth: OBJECT,
  authFlows: OBJECT,
  refreshTokenRotationGracePeriod: { accepts: (value) => hasMembers(value, 'toSeconds', 'toHumanString'), expected: 'of type Duration, such as Duration.seconds(10)' },
  selfSignUp: BOOLEAN,
  email: { accepts: (value) => hasMembers(value, '_bind'), expected: 'of type UserPoolEmail, such as UserPoolEmail.withSES({ fromEmail })' },
  mfa: memberOf('Mfa', () => Mfa),
  passkeys: memberOf('PasskeyUserVerification', () => PasskeyUserVerification),
  featurePlan: memberOf('FeaturePlan', () => FeaturePlan),
  threatProtection: memberOf('StandardThreatProtectionMode', () => StandardThreatProtectionMode),
  userPool: having('IUserPool', 'userPoolId', 'node'),
  issuer: STRING,
  userPoolClient: having('IUserPoolClient', 'userPoolClientId', 'node'),
  runtime: having('Runtime', 'name'),
  authorizationScopes: STRINGS,
  allowedOrigins: STRINGS,
  apiDomain: {
    accepts: (value) => hasMembers(value, 'domainName') && hasMembers(value.domainName, 'name', 'node'),
    expected: 'of type DomainMappingOptions, with an IDomainName as domainName',
  },
  throttle: OBJECT,
  tableCapacity: OBJECT,
  table: having('ITable', 'tableArn', 'node'),
  profileSchema: OBJECT,
  maxProfileSize: having('Size', 'toBytes', 'isUnresolved'),
  userPartitions: ANY,
  encryptionKey: having('IKey', 'keyArn', 'node'),
  removalPolicy: ANY,
  adminGroup: STRING,
  accountDeletion: BOOLEAN,
  timeToLiveAttribute: STRING,
  changeEvents: having('IEventBus', 'eventBusArn', 'node'),
  logRetention: ANY,
  tracing: memberOf('Tracing', () => Tracing),
  alarmTopic: having('ITopic', 'topicArn', 'node'),
  dashboard: BOOLEAN,
};

/** The names of all props. */
export const PROP_NAMES = Object.keys(PROP_TYPES);

const O_AUTH_PROP_TYPES: Record<string, PropType> = {
  flows: OBJECT,
  scopes: { accepts: (value) => Array.isArray(value) && value.every((scope) => hasMembers(scope, 'scopeName')), expected: 'a list of OAuthScope' },
  callbackUrls: STRINGS,
  logoutUrls: STRINGS,
  defaultRedirectUri: STRING,
};

/** Validates the type of each prop. */
export function validatePropTypes(props: CognitoProfileServiceProps): PropError[] {
  const ofOAuth = props.oAuth && OBJECT.accepts(props.oAuth) ? mismatches('oAuth.', props.oAuth, O_AUTH_PROP_TYPES) : [];
  return [...mismatches('', props, PROP_TYPES), ...ofOAuth];
}

function mismatches(prefix: string, values: object, types: { readonly [name: string]: PropType | undefined }): PropError[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const type = types[name];
    return value === undefined || value === null || !type || type.accepts(value) ? [] : [propError(prefix + name, value, `is not ${type.expected}; specify one`)];
  });
}

function having(type: string, ...members: string[]): PropType {
  return {
    accepts: (value) => hasMembers(value, ...members),
    expected: `of type ${type}, with ${members.join(' and ')}`,
  };
}

function hasMembers(value: any, ...members: string[]): boolean {
  return typeof value === 'object' && value !== null && members.every((member) => value[member] !== undefined && value[member] !== null);
}

/** @param enumeration a function, because the AWS CDK loads a whole service when one of its enumerations is read */
function memberOf(type: string, enumeration: () => Record<string, string | number>): PropType {
  return { accepts: (value) => valuesOf(enumeration()).includes(value) || Token.isUnresolved(value), expected: `of type ${type}` };
}

function valuesOf(enumeration: Record<string, string | number>): (string | number)[] {
  // The values of a numeric enum include its names.
  return Object.values(enumeration).filter((value) => typeof enumeration[value] !== 'number');
}
