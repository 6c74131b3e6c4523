import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { Settings } from '../settings';

/** Makes a log group that is kept, and encrypted, as the settings say. */
export function createLogGroup(scope: Construct, id: string, settings: Settings): logs.LogGroup {
  return new logs.LogGroup(scope, id, {
    retention: settings.logRetention,
    removalPolicy: settings.removalPolicy,
    encryptionKey: settings.encryptionKey,
  });
}

/**
 * Lets CloudWatch Logs use a key for the log groups of this account and region. Has no effect on an imported key, whose policy the app can't
 * change.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function allowLogsToUse(key: kms.IKey, scope: Construct): void {
  const stack = Stack.of(scope);
  // Not the names of our log groups: they are made after the policy that lets them be encrypted.
  const logGroups = stack.formatArn({ service: 'logs', resource: 'log-group', resourceName: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  key.addToResourcePolicy(new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
    // As CloudWatch Logs documents them.
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    resources: ['*'],
    conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
  }));
}

/**
 * What a role that writes to an encrypted log group needs: CloudWatch Logs calls KMS on its behalf.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function encryptionByLogs(key: kms.IKey, scope: Construct): iam.PolicyStatement {
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
