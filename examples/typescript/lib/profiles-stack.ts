import { CfnOutput, Stack, StackProps } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CognitoProfileService } from 'cdk-cognito-profile-service';
import { Construct } from 'constructs';

export class ProfilesStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const profiles = new CognitoProfileService(this, 'Profiles', {
      // Unique in the Region, across all AWS accounts.
      domainSuffix: 'acme-dev',
      oAuth: {
        callbackUrls: ['https://app.example.com/'],
        logoutUrls: ['https://app.example.com/'],
      },
      allowedOrigins: ['https://app.example.com'],
      profileSchema: {
        type: 'object',
        properties: {
          displayName: { type: 'string', minLength: 1, maxLength: 80 },
          language: { enum: ['de', 'en', 'ja'] },
          membership: { enum: ['free', 'plus'], readOnly: true },
        },
        required: ['displayName'],
        additionalProperties: false,
      },
      logRetention: RetentionDays.THREE_MONTHS,
    });

    new CfnOutput(this, 'ProfileUrl', { value: profiles.profileUrl });
    new CfnOutput(this, 'Issuer', { value: profiles.issuer });
    new CfnOutput(this, 'ClientId', { value: profiles.userPoolClient.userPoolClientId });
    new CfnOutput(this, 'SignOutUrl', { value: profiles.signOutUrl! });
  }
}
