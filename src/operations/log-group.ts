import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
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
      // A deployment that fails while it creates the log group deletes it again, because it is empty. Table and user pool stay in this case:
      // CloudFormation can't delete them while their deletion protection is enabled, and the rollback would fail.
      // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
      removalPolicy: settings.removalPolicy === RemovalPolicy.RETAIN ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : settings.removalPolicy,
      encryptionKey: settings.encryptionKey,
    });
  }
}

/**
 * Grants CloudWatch Logs permission to use a key for the log groups of this account and Region.
 *
 * Has no effect on an imported key, because the app can't change its policy.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function grantKeyToCloudWatchLogs(key: kms.IKey, scope: Construct): void {
  const stack = Stack.of(scope);
  // The names of the log groups are unknown: CloudFormation creates the log groups after the key policy.
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
 * Returns a statement that allows a role to write to encrypted log groups. CloudWatch Logs calls AWS KMS on behalf of the role.
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
