import { Duration, Token } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { Environment } from './environment';
import { handlerCode, HandlerLanguage, SCHEMA_FILE } from './handler-code';
import { LogGroup, encryptionThroughCloudWatchLogs } from '../operations/log-group';
import { Settings } from '../settings';

/** The language of a runtime. The name decides if it is known, because `new Runtime()` does not require a family. */
function languageOf({ name, family }: lambda.Runtime): HandlerLanguage {
  const isPython = Token.isUnresolved(name) ? family === lambda.RuntimeFamily.PYTHON : name.startsWith('python');
  return isPython ? 'python' : 'nodejs';
}

/** What distinguishes the function of one operation from the others. */
export interface ProfileFunctionOptions {
  /** The handler, as `file.function`. */
  readonly handler: string;
  readonly description: string;
  /** The IAM actions that the operation needs on the table. */
  readonly tableActions: string[];
  /** Whether the operation stores profiles, and so checks their size and their schema. */
  readonly storesProfiles: boolean;
}

/** Properties of `ProfileFunction`. */
export interface ProfileFunctionProps extends ProfileFunctionOptions {
  readonly table: dynamodb.ITable;
  readonly settings: Settings;
}

/** A function of the API with its own role and log group. */
export class ProfileFunction extends Construct {
  public readonly function: lambda.Function;
  private readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: ProfileFunctionProps) {
    super(scope, id);
    const { settings, table, storesProfiles } = props;
    const schema = storesProfiles ? settings.parsedSchema?.document : undefined;

    const logGroup = new LogGroup(this, 'LogGroup', settings);
    // Not the managed basic execution role, which can write to every log group of the account.
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
      code: handlerCode(languageOf(settings.runtime), schema),
      handler: props.handler,
      role: this.role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      tracing: settings.tracing,
      // The CPU share grows with the memory, and bounds cold starts. With this share, requests with the costliest profiles of the
      // maximum size take less than 3 s and half of the memory; see `test/handlers/cost.test.ts`.
      memorySize: 512,
      // More than the 10 s that a request may spend on DynamoDB, less than the 30 s after which the API gives up.
      timeout: Duration.seconds(15),
    });
    if (schema) {
      this.function.addEnvironment(Environment.PROFILE_SCHEMA, SCHEMA_FILE);
    }
    this.useTable(table, props.tableActions, settings);
    if (storesProfiles) {
      this.function.addEnvironment(Environment.MAX_PROFILE_SIZE, String(settings.maxProfileSize.toBytes()));
    }
  }

  /** Grants the function exactly these actions on the table, and sets the environment variables that locate the profiles. */
  private useTable(table: dynamodb.ITable, actions: string[], settings: Settings): void {
    // Not `table.grant()`, which adds the indexes.
    this.role.addToPolicy(new iam.PolicyStatement({ actions, resources: [table.tableArn] }));
    if (table.encryptionKey) {
      this.role.addToPolicy(decryptionThroughDynamoDb(table, table.encryptionKey));
    }
    this.function.addEnvironment(Environment.DYNAMODB_TABLE, table.tableName);
    this.function.addEnvironment(Environment.USER_PARTITIONS, String(settings.userPartitions));
  }
}

/**
 * A statement that lets a role read and write an encrypted table, for which DynamoDB calls KMS on its behalf.
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
