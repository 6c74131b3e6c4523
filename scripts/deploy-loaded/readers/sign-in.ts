import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  DescribeUserPoolDomainCommand,
  GetUserPoolMfaConfigCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { Readers } from './reader';
import { Journey } from '../../local/journey';

export function signInReaders({ aws, signal }: Journey): Readers {
  const cognito = new CognitoIdentityProviderClient(aws);
  const options = { abortSignal: signal };
  return {
    'AWS::Cognito::UserPool': async (UserPoolId) => {
      const { UserPool } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId }), options);
      const { SoftwareTokenMfaConfiguration, SmsMfaConfiguration, EmailMfaConfiguration, WebAuthnConfiguration } =
        await cognito.send(new GetUserPoolMfaConfigCommand({ UserPoolId }), options);
      return {
        ...UserPool,
        EnabledMfas: [
          ...SoftwareTokenMfaConfiguration?.Enabled ? ['SOFTWARE_TOKEN_MFA'] : [],
          ...SmsMfaConfiguration ? ['SMS_MFA'] : [],
          ...EmailMfaConfiguration ? ['EMAIL_OTP'] : [],
        ],
        WebAuthnRelyingPartyID: WebAuthnConfiguration?.RelyingPartyId,
        WebAuthnUserVerification: WebAuthnConfiguration?.UserVerification,
      };
    },
    'AWS::Cognito::UserPoolClient': async (ClientId, { UserPoolId }) => {
      const { UserPoolClient } = await cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }), options);
      return { ...UserPoolClient, GenerateSecret: UserPoolClient?.ClientSecret !== undefined };
    },
    'AWS::Cognito::UserPoolDomain': async (Domain) => {
      const { DomainDescription } = await cognito.send(new DescribeUserPoolDomainCommand({ Domain }), options);
      return { ...DomainDescription };
    },
  };
}
