import { Duration } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { LogGroup, encryptionThroughCloudWatchLogs } from '../operations/log-group';
import { Settings } from '../settings';

/** Properties of `ServiceFunction`. */
export interface ServiceFunctionProps {
  /** The handler, as `file.function`. */
  readonly handler: string;
  readonly description: string;
  readonly code: lambda.Code;
  readonly settings: Settings;
}

/** A Lambda function of the service with its own role and log group. It may write its log and send traces, and nothing else. */
export class ServiceFunction extends Construct {
  public readonly function: lambda.Function;
  protected readonly role: iam.Role;

  constructor(scope: Construct, id: string, { settings, ...props }: ServiceFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'LogGroup', settings);
    // Not the AWS managed policy, which allows writes to every log group of the account.
    this.role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    this.role.addToPolicy(new iam.PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }));
    if (settings.encryptionKey) {
      this.role.addToPolicy(encryptionThroughCloudWatchLogs(settings.encryptionKey, this));
    }
    this.function = new lambda.Function(this, 'Function', {
      ...props,
      runtime: settings.runtime,
      architecture: lambda.Architecture.ARM_64,
      role: this.role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      tracing: settings.tracing,
      // CPU power, which limits cold starts, is proportional to memory. With this amount, requests with the most expensive profiles of
      // the maximum size take less than 3 s and half of the memory; see `test/handlers/cost.test.ts`.
      memorySize: 512,
      // More than the maximum of 10 s for calls of AWS services in an invocation, less than the integration timeout of the API of 30 s.
      timeout: Duration.seconds(15),
    });
  }
}

/**
 * Returns a statement that allows a role to read and write an encrypted table. DynamoDB calls AWS KMS on behalf of the role.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
export function decryptionThroughDynamoDb(table: dynamodb.ITable, key: kms.IKey): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['kms:Decrypt'],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${table.env.region}.amazonaws.com` } },
  });
}
