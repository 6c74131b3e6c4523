import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { Settings } from '../settings';

/** The user pool. Users sign up with their email address. */
export class ProfileUserPool extends cognito.UserPool {
  constructor(scope: Construct, id: string, settings: Settings) {
    const { selfSignUp, email, mfa, passkeys, signInDomain, featurePlan, threatProtection, removalPolicy } = settings;
    super(scope, id, {
      selfSignUpEnabled: selfSignUp,
      signInAliases: { email: true },
      // By default, the L2 construct creates a case-sensitive user pool, where Ann@example.com and ann@example.com are two users. This setting
      // can't be changed later.
      signInCaseSensitive: false,
      email,
      autoVerify: { email: true },
      // A changed email address takes effect only after verification. Otherwise, anyone with access to an open session could take over the account.
      keepOriginal: { email: true },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      mfa,
      // Explicit, because the L2 construct otherwise enables SMS and creates a role that can send SMS messages.
      mfaSecondFactor: { sms: false, otp: true },
      ...passkeys !== undefined && {
        signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
        passkeyUserVerification: passkeys,
        // Defaults to the prefix domain.
        passkeyRelyingPartyId: signInDomain?.domainName,
      },
      featurePlan,
      standardThreatProtectionMode: threatProtection,
      deletionProtection: removalPolicy === RemovalPolicy.RETAIN,
      removalPolicy,
    });
    if (passkeys !== undefined && mfa === cognito.Mfa.REQUIRED) {
      // Otherwise a passkey is a single factor, and Cognito rejects passkeys with required MFA. The lowest supported CDK lacks the property.
      (this.node.defaultChild as cognito.CfnUserPool).addPropertyOverride('WebAuthnFactorConfiguration', 'MULTI_FACTOR_WITH_USER_VERIFICATION');
    }
  }
}
