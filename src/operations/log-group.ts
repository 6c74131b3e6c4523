import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { Settings } from '../settings';

/** A log group with the retention, the removal policy and the encryption key of the settings. */
export class LogGroup extends logs.LogGroup {
  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, {
      retention: settings.logRetention,
      removalPolicy: settings.removalPolicy,
      encryptionKey: settings.encryptionKey,
    });
  }
}

/**
 * Grants CloudWatch Logs the use of a key for the log groups of this account and region.
 *
 * Has no effect on an imported key, because the app can't change its policy.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function grantKeyToCloudWatchLogs(key: kms.IKey, scope: Construct): void {
  const stack = Stack.of(scope);
  // The names of our log groups are not known yet: CloudFormation creates them after the key policy.
  const logGroups = stack.formatArn({ service: 'logs', resource: 'log-group', resourceName: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  key.addToResourcePolicy(new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
    // The actions that CloudWatch Logs documents.
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    resources: ['*'],
    conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
  }));
}

/**
 * A statement that lets a role write to encrypted log groups, for which CloudWatch Logs calls KMS on its behalf.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function encryptionThroughCloudWatchLogs(key: kms.IKey, scope: Construct): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: [
      'kms:Encrypt',
      'kms:Decrypt',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:DescribeKey',
    ],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `logs.${Stack.of(scope).region}.amazonaws.com` } },
  });
}
