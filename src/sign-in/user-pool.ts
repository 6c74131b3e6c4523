import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { Settings } from '../settings';

/** Makes the user pool that users sign themselves up to, by e-mail. */
export function createUserPool(scope: Construct, settings: Settings): cognito.UserPool {
  const { mfa, passkeys, signInDomain, featurePlan, threatProtection, removalPolicy } = settings;
  return new cognito.UserPool(scope, 'UserPool', {
    selfSignUpEnabled: true,
    signInAliases: { email: true },
    // The L2's default tells Ann@example.com from ann@example.com, and a pool can't change that later.
    signInCaseSensitive: false,
    autoVerify: { email: true },
    // A changed address takes effect when it is verified; else whoever is at the keyboard could take the account over.
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
    // Stated, because without it the L2 takes SMS, and makes a role that may send it.
    mfaSecondFactor: { sms: false, otp: true },
    ...passkeys !== undefined && {
      signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
      passkeyUserVerification: passkeys,
      // Left out, it is the prefix domain.
      passkeyRelyingPartyId: signInDomain?.domainName,
    },
    featurePlan,
    standardThreatProtectionMode: threatProtection,
    deletionProtection: removalPolicy === RemovalPolicy.RETAIN,
    removalPolicy,
  });
}
