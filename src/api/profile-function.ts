import { Duration } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { Environment } from './environment';
import { HandlerCode, SCHEMA_FILE } from './handler-code';
import { LogGroup, encryptionThroughCloudWatchLogs } from '../operations/log-group';
import { Settings } from '../settings';

/** The options that differ between the functions of the operations. */
export interface ProfileFunctionOptions {
  /** The handler, as `file.function`. */
  readonly handler: string;
  readonly description: string;
  /** The IAM actions that the operation needs on the table. */
  readonly tableActions: string[];
  /** Whether the operation stores profiles, and therefore validates their size and schema. */
  readonly storesProfiles: boolean;
}

/** Creates a function of the API in a scope. */
export type CreateFunction = (scope: Construct, id: string, options: ProfileFunctionOptions) => lambda.Function;

/** Properties of `ProfileFunction`. */
export interface ProfileFunctionProps extends ProfileFunctionOptions {
  readonly code: HandlerCode;
  readonly table: dynamodb.ITable;
  readonly settings: Settings;
}

/** A Lambda function of the API with its own role and log group. */
export class ProfileFunction extends Construct {
  public readonly function: lambda.Function;
  private readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: ProfileFunctionProps) {
    super(scope, id);
    const { code, settings, table, storesProfiles } = props;

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
      description: props.description,
      runtime: settings.runtime,
      architecture: lambda.Architecture.ARM_64,
      code: storesProfiles ? code.withSchema : code.handlers,
      handler: props.handler,
      role: this.role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      tracing: settings.tracing,
      // CPU power, which limits cold starts, is proportional to memory. With this amount, requests with the most expensive profiles of
      // the maximum size take less than 3 s and half of the memory; see `test/handlers/cost.test.ts`.
      memorySize: 512,
      // More than the maximum of 10 s for DynamoDB in a request, less than the integration timeout of the API of 30 s.
      timeout: Duration.seconds(15),
    });
    if (storesProfiles && settings.profileSchema) {
      this.function.addEnvironment(Environment.PROFILE_SCHEMA, SCHEMA_FILE);
    }
    this.useTable(table, props.tableActions, settings);
    if (storesProfiles) {
      this.function.addEnvironment(Environment.MAX_PROFILE_SIZE, String(settings.maxProfileSize.toBytes()));
    }
  }

  /** Grants the function only these actions on the table, and sets the environment variables that locate the profiles. */
  private useTable(table: dynamodb.ITable, actions: string[], settings: Settings): void {
    // Not `table.grant()`, which also grants the actions on the indexes.
    this.role.addToPolicy(new iam.PolicyStatement({ actions, resources: [table.tableArn] }));
    if (table.encryptionKey) {
      this.role.addToPolicy(decryptionThroughDynamoDb(table, table.encryptionKey));
    }
    this.function.addEnvironment(Environment.DYNAMODB_TABLE, table.tableName);
    this.function.addEnvironment(Environment.USER_PARTITIONS, String(settings.userPartitions));
  }
}

/**
 * Returns a statement that allows a role to read and write an encrypted table. DynamoDB calls AWS KMS on behalf of the role.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
function decryptionThroughDynamoDb(table: dynamodb.ITable, key: kms.IKey): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['kms:Decrypt'],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${table.env.region}.amazonaws.com` } },
  });
}
