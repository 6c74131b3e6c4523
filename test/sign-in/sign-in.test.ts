import { App, Duration, Fn, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { CognitoProfileService } from '../../src';
import { logicalId, onlyResource, synthesize } from '../support/stacks/synth';

describe('the user pool', () => {
  const { template } = synthesize();
  const pool = onlyResource(template, 'AWS::Cognito::UserPool').Properties;

  test('users sign themselves up by e-mail, which is verified and not case-sensitive', () => {
    expect(pool).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      AutoVerifiedAttributes: ['email'],
    });
  });

  test('accounts are recovered by e-mail only, and a new address counts when it is verified', () => {
    expect(pool).toMatchObject({
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    });
  });

  test('passwords have 12 characters of all kinds', () => {
    expect(pool.Policies).toEqual({
      PasswordPolicy: {
        MinimumLength: 12,
        RequireLowercase: true,
        RequireUppercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        TemporaryPasswordValidityDays: 7,
      },
    });
  });

  test('the plan is stated, without threat protection', () => {
    expect(pool.UserPoolTier).toBe('ESSENTIALS');
    expect(pool).not.toHaveProperty('UserPoolAddOns');
  });

  test.each([
    [undefined, 'OPTIONAL', ['SOFTWARE_TOKEN_MFA']],
    [cognito.Mfa.REQUIRED, 'ON', ['SOFTWARE_TOKEN_MFA']],
    [cognito.Mfa.OFF, 'OFF', undefined],
  ])('mfa %s is by authenticator app, never by SMS', (mfa, configuration, factors) => {
    const { template: withMfa } = synthesize({ mfa });
    const { Properties } = onlyResource(withMfa, 'AWS::Cognito::UserPool');
    expect(Properties.MfaConfiguration).toBe(configuration);
    expect(Properties.EnabledMfas).toEqual(factors);
    expect(Properties).not.toHaveProperty('SmsConfiguration');
    // One for each function, none that may send SMS.
    withMfa.resourceCountIs('AWS::IAM::Role', 4);
  });

  test('passkeys are offered beside passwords', () => {
    const { template: withPasskeys } = synthesize({ passkeys: cognito.PasskeyUserVerification.REQUIRED });
    const { Properties } = onlyResource(withPasskeys, 'AWS::Cognito::UserPool');
    expect(Properties.Policies.SignInPolicy).toEqual({ AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] });
    expect(Properties.WebAuthnUserVerification).toBe('required');
    expect(Properties).not.toHaveProperty('WebAuthnRelyingPartyID');
    expect(onlyResource(withPasskeys, 'AWS::Cognito::UserPoolClient').Properties.ExplicitAuthFlows)
      .toEqual(['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']);
  });

  test.each([[cognito.Mfa.OPTIONAL, undefined], [cognito.Mfa.REQUIRED, 'MULTI_FACTOR_WITH_USER_VERIFICATION']])('with mfa %s a passkey counts as %s', (mfa, factor) => {
    const { template: withPasskeys } = synthesize({ passkeys: cognito.PasskeyUserVerification.REQUIRED, mfa });
    expect(onlyResource(withPasskeys, 'AWS::Cognito::UserPool').Properties.WebAuthnFactorConfiguration).toBe(factor);
  });

  test('only administrators create users without selfSignUp', () => {
    expect(onlyResource(synthesize({ selfSignUp: false }).template, 'AWS::Cognito::UserPool').Properties.AdminCreateUserConfig)
      .toEqual({ AllowAdminCreateUserOnly: true });
  });

  test('email is sent by SES', () => {
    const email = cognito.UserPoolEmail.withSES({ fromEmail: 'no-reply@acme.example', fromName: 'Acme', sesVerifiedDomain: 'acme.example' });
    const { template: withEmail } = synthesize({ email }, { env: { account: '123456789012', region: 'eu-west-1' } });
    expect(onlyResource(withEmail, 'AWS::Cognito::UserPool').Properties.EmailConfiguration).toMatchObject({
      EmailSendingAccount: 'DEVELOPER',
      From: 'Acme <no-reply@acme.example>',
      SourceArn: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':ses:eu-west-1:123456789012:identity/acme.example']] },
    });
    expect(pool).not.toHaveProperty('EmailConfiguration');
  });

  test('passkeys belong to the sign-in domain where it is the app\'s own', () => {
    const { template: withPasskeys } = withSignInDomain({ passkeys: cognito.PasskeyUserVerification.PREFERRED });
    expect(onlyResource(withPasskeys, 'AWS::Cognito::UserPool').Properties).toMatchObject({
      WebAuthnUserVerification: 'preferred',
      WebAuthnRelyingPartyID: 'auth.example.com',
    });
  });

  test('threat protection comes with its plan', () => {
    const { template: protectedTemplate } = synthesize({
      featurePlan: cognito.FeaturePlan.PLUS,
      threatProtection: cognito.StandardThreatProtectionMode.FULL_FUNCTION,
    });
    expect(onlyResource(protectedTemplate, 'AWS::Cognito::UserPool').Properties).toMatchObject({
      UserPoolTier: 'PLUS',
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    });
  });
});

describe('the app client', () => {
  const { template } = synthesize();
  const client = onlyResource(template, 'AWS::Cognito::UserPoolClient').Properties;

  test('it has the code grant only, no secret, SRP and refresh', () => {
    expect(client).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthScopes: ['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin'],
      CallbackURLs: ['https://localhost:3000'],
      LogoutURLs: ['https://localhost:3000'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
      SupportedIdentityProviders: ['COGNITO'],
    });
  });

  test('tokens are valid for an hour, refresh tokens for 30 days, and can be revoked', () => {
    expect(client).toMatchObject({
      AccessTokenValidity: 60,
      IdTokenValidity: 60,
      RefreshTokenValidity: 43200,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      EnableTokenRevocation: true,
    });
  });

  test('users write the standard claims, but not whether they are verified, nor what the app adds', () => {
    expect(client.WriteAttributes).toContain('email');
    expect(client.WriteAttributes.filter((attribute: string) => /verified|^custom:/.test(attribute))).toEqual([]);
    expect([...client.ReadAttributes].sort()).toEqual([...client.WriteAttributes, 'email_verified', 'phone_number_verified'].sort());
  });

  test.each<[string, cognito.OAuthSettings, object]>([
    ['callback URLs', { callbackUrls: ['https://app.example.com/'] }, { CallbackURLs: ['https://app.example.com/'], LogoutURLs: ['https://app.example.com/'] }],
    ['scopes', { scopes: [cognito.OAuthScope.OPENID] }, { AllowedOAuthScopes: ['openid'] }],
    ['flows', { flows: { implicitCodeGrant: true } }, { AllowedOAuthFlows: ['implicit'] }],
    ['logout URLs', { logoutUrls: ['https://app.example.com/bye'] }, { LogoutURLs: ['https://app.example.com/bye'] }],
  ])('oAuth with only %s keeps the other defaults', (_, oAuth, changed) => {
    expect(onlyResource(synthesize({ oAuth }).template, 'AWS::Cognito::UserPoolClient').Properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin'],
      CallbackURLs: ['https://localhost:3000'],
      ...changed,
    });
  });

  test('with rotation each refresh gives a new refresh token, and the flow that Cognito rejects with it is off', () => {
    const { template: withRotation } = synthesize({ refreshTokenRotationGracePeriod: Duration.seconds(10) });
    expect(onlyResource(withRotation, 'AWS::Cognito::UserPoolClient').Properties).toMatchObject({
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    });
    expect(client).not.toHaveProperty('RefreshTokenRotation');
  });

  test.each<[cognito.AuthFlow, string[]]>([
    [{ user: true }, ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']],
    [{ userSrp: true, adminUserPassword: true }, ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']],
    [{}, ['ALLOW_REFRESH_TOKEN_AUTH']],
  ])('authFlows %j replace SRP; refresh stays', (authFlows, flows) => {
    expect(onlyResource(synthesize({ authFlows }).template, 'AWS::Cognito::UserPoolClient').Properties.ExplicitAuthFlows).toEqual(flows);
  });
});

describe('the sign-in pages', () => {
  test('the sign-in domain shows the newer pages, with their branding', () => {
    const { template } = synthesize();
    expect(onlyResource(template, 'AWS::Cognito::UserPoolDomain').Properties).toMatchObject({
      Domain: 'profile-service-acme',
      ManagedLoginVersion: 2,
    });
    expect(onlyResource(template, 'AWS::Cognito::ManagedLoginBranding').Properties).toEqual({
      UserPoolId: { Ref: logicalId(template, 'AWS::Cognito::UserPool') },
      ClientId: { Ref: logicalId(template, 'AWS::Cognito::UserPoolClient') },
      UseCognitoProvidedValues: true,
    });
  });

  test('the classic pages come without branding', () => {
    const { template } = synthesize({ managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI });
    expect(onlyResource(template, 'AWS::Cognito::UserPoolDomain').Properties.ManagedLoginVersion).toBe(1);
    template.resourceCountIs('AWS::Cognito::ManagedLoginBranding', 0);
  });

  test('a domain of the app\'s own serves them', () => {
    const { service, template, stack } = withSignInDomain();
    expect(onlyResource(template, 'AWS::Cognito::UserPoolDomain').Properties).toMatchObject({
      Domain: 'auth.example.com',
      CustomDomainConfig: { CertificateArn: CERTIFICATE },
      ManagedLoginVersion: 2,
    });
    template.resourceCountIs('AWS::Cognito::ManagedLoginBranding', 1);
    expect(stack.resolve(service.signInUrl)['Fn::Join'][1].slice(0, 3))
      .toEqual(['https://', { Ref: logicalId(template, 'AWS::Cognito::UserPoolDomain') }, '/login?client_id=']);
  });

  test('signInUrl follows the deployment', () => {
    const { service, stack } = synthesize({}, { env: { region: 'eu-west-1' } });
    expect(stack.resolve(service.signInUrl)).toEqual({
      'Fn::Join': ['', [
        'https://', stack.resolve(service.userPoolDomain!.domainName), '.auth.eu-west-1.amazoncognito.com/login?client_id=',
        stack.resolve(service.userPoolClient.userPoolClientId), '&response_type=code&redirect_uri=https%3A%2F%2Flocalhost%3A3000',
      ]],
    });
  });

  test('the URLs are encoded around what only CloudFormation knows, also in lists', () => {
    const stack = new Stack(new App(), 'Stack');
    const site = Fn.importValue('SiteDomain');
    const service = new CognitoProfileService(stack, 'Profiles', {
      domainSuffix: 'acme', oAuth: { callbackUrls: [`https://${site}/back?to=here&now`, 'https://app.example.com'] },
    });
    const end = [stack.resolve(site), '%2Fback%3Fto%3Dhere%26now'];
    expect(stack.resolve(service.signInUrl)['Fn::Join'][1].slice(-2)).toEqual(end);
    expect(stack.resolve(service.signOutUrl)['Fn::Join'][1].slice(-2)).toEqual(end);
  });

  test('signOutUrl comes back to the first logout URL', () => {
    const { service, stack } = synthesize({ oAuth: { logoutUrls: ['https://app.example.com/bye', 'https://b.example'] } }, { env: { region: 'eu-west-1' } });
    expect(stack.resolve(service.signOutUrl)).toEqual({
      'Fn::Join': ['', [
        'https://', stack.resolve(service.userPoolDomain!.domainName), '.auth.eu-west-1.amazoncognito.com/logout?client_id=',
        stack.resolve(service.userPoolClient.userPoolClientId), '&logout_uri=https%3A%2F%2Fapp.example.com%2Fbye',
      ]],
    });
  });

  test('signOutUrl comes back to the first callback URL by default, and is undefined without logout URLs', () => {
    const { service, stack } = synthesize();
    expect(stack.resolve(service.signOutUrl)['Fn::Join'][1].at(-1)).toBe('&logout_uri=https%3A%2F%2Flocalhost%3A3000');
    expect(synthesize({ oAuth: { logoutUrls: [] } }).service.signOutUrl).toBeUndefined();
  });

  test('signInUrl is at the FIPS host in AWS GovCloud (US)', () => {
    const { service, stack } = synthesize({}, { env: { region: 'us-gov-west-1' } });
    expect(stack.resolve(service.signInUrl)['Fn::Join'][1][2]).toBe('.auth-fips.us-gov-west-1.amazoncognito.com/login?client_id=');
    expect(stack.resolve(service.signOutUrl)['Fn::Join'][1][2]).toBe('.auth-fips.us-gov-west-1.amazoncognito.com/logout?client_id=');
  });

  test('signInUrl comes back to the default redirect URI, encoded around what only CloudFormation knows', () => {
    const stack = new Stack(new App(), 'Stack');
    const site = Fn.importValue('SiteDomain');
    const callback = `https://${site}/back?to=here`;
    const service = new CognitoProfileService(stack, 'Profiles', {
      domainSuffix: 'acme',
      oAuth: { callbackUrls: ['https://localhost:3000', callback], defaultRedirectUri: callback },
    });
    const parts = stack.resolve(service.signInUrl)['Fn::Join'][1];
    expect(parts.slice(-3)).toEqual([expect.stringMatching(/&redirect_uri=https%3A%2F%2F$/), stack.resolve(site), '%2Fback%3Fto%3Dhere']);
  });
});

const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-1111-1111-1111-111111111111';

function withSignInDomain(props: { passkeys?: cognito.PasskeyUserVerification } = {}) {
  return synthesize((scope) => ({
    signInDomain: { domainName: 'auth.example.com', certificate: Certificate.fromCertificateArn(scope, 'Certificate', CERTIFICATE) },
    ...props,
  }));
}
