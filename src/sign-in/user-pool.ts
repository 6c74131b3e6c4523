import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { Settings } from '../settings';

/** The user pool. Users sign themselves up with their email address. */
export class ProfileUserPool extends cognito.UserPool {
  constructor(scope: Construct, id: string, settings: Settings) {
    const { mfa, passkeys, signInDomain, featurePlan, threatProtection, removalPolicy } = settings;
    super(scope, id, {
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      // The L2's default treats Ann@example.com and ann@example.com as two users, and a pool can't change that later.
      signInCaseSensitive: false,
      autoVerify: { email: true },
      // A changed address takes effect only after verification. Otherwise anyone with an open session could take over the account.
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
      // Explicit, because the L2 otherwise enables SMS and creates a role that can send it.
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
  }
}
