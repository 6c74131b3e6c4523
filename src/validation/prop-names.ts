import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { nearestName } from './nearest-name';
import { PropError, propErrorWithoutValue } from './prop-error';
import { PROP_NAMES } from './prop-types';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';
import { TableCapacity } from '../data/table-capacity';

type Props = CognitoProfileServiceProps;

/** The structs among the props, with the names of their fields. */
const STRUCTS: readonly { readonly path: string; readonly fields: string[]; readonly in: (props: Props) => unknown }[] = [
  {
    path: 'signInDomain',
    fields: fieldsOf<cognito.CustomDomainOptions>({ domainName: true, certificate: true }),
    in: ({ signInDomain }) => signInDomain,
  },
  {
    path: 'oAuth',
    fields: fieldsOf<cognito.OAuthSettings>({ flows: true, scopes: true, callbackUrls: true, logoutUrls: true, defaultRedirectUri: true }),
    in: ({ oAuth }) => oAuth,
  },
  {
    path: 'oAuth.flows',
    fields: fieldsOf<cognito.OAuthFlows>({ authorizationCodeGrant: true, implicitCodeGrant: true, clientCredentials: true }),
    in: ({ oAuth }) => oAuth?.flows,
  },
  {
    path: 'authFlows',
    fields: fieldsOf<cognito.AuthFlow>({ adminUserPassword: true, custom: true, user: true, userPassword: true, userSrp: true }),
    in: ({ authFlows }) => authFlows,
  },
  {
    path: 'apiDomain',
    fields: fieldsOf<apigwv2.DomainMappingOptions>({ domainName: true, mappingKey: true }),
    in: ({ apiDomain }) => apiDomain,
  },
  {
    path: 'throttle',
    fields: fieldsOf<apigwv2.ThrottleSettings>({ rateLimit: true, burstLimit: true }),
    in: ({ throttle }) => throttle,
  },
  {
    path: 'tableCapacity',
    fields: fieldsOf<TableCapacity>({ readCapacity: true, writeCapacity: true }),
    in: ({ tableCapacity }) => tableCapacity,
  },
];

/**
 * Finds misspelled props, and fields of props, which would have no effect without type checks. A name that is like no other is accepted: apps
 * pass objects that hold more, such as the props of a stack, and a newer CDK can have more fields.
 */
export function validateNames(props: Props): PropError[] {
  return [
    ...misspelledNames(props, PROP_NAMES).map(([name, nearest]) => (
      propErrorWithoutValue(name, `is not a prop of CognitoProfileService; use ${nearest}, or omit it`)
    )),
    ...STRUCTS.flatMap(({ path, fields, in: structIn }) => misspelledNames(structIn(props), fields).map(([name, nearest]) => (
      propErrorWithoutValue(`${path}.${name}`, `is not a field of ${path}; use ${nearest}, or omit it`)
    ))),
  ];
}

/** The unknown names, each with the name that it most likely stands for. */
function misspelledNames(value: unknown, names: readonly string[]): [name: string, nearest: string][] {
  return unknownNames(value, names).flatMap((name): [string, string][] => {
    const nearest = nearestName(name, names);
    return nearest ? [[name, nearest]] : [];
  });
}

/** Values that are no structs are reported with the types. */
function unknownNames(value: unknown, names: readonly string[]): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Construct.isConstruct(value)
    ? Object.entries(value).filter(([name, member]) => member !== undefined && member !== null && !names.includes(name)).map(([name]) => name)
    : [];
}

/** A compile error shows a field that is missing here. */
function fieldsOf<T>(fields: Required<{ [field in keyof T]: true }>): string[] {
  return Object.keys(fields);
}
