import { Duration, Token } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { Environment } from './environment';
import { handlerCode, HandlerLanguage, SCHEMA_FILE } from './handler-code';
import { createLogGroup, encryptionByLogs } from '../operations/log-group';
import { ProfileSchemaDocument } from '../profile-schema/document';
import { Settings } from '../settings';

/** Which handlers a runtime takes; by name where it is known, because a runtime made by hand need not state its family. */
function languageOf({ name, family }: lambda.Runtime): HandlerLanguage {
  const isPython = Token.isUnresolved(name) ? family === lambda.RuntimeFamily.PYTHON : name.startsWith('python');
  return isPython ? 'python' : 'nodejs';
}

/** Properties of a `ProfileFunction`. */
export interface ProfileFunctionProps {
  /** The handler, as `file.function`. */
  readonly handler: string;
  readonly description: string;
  readonly settings: Settings;
  /** The schema that the function holds profiles against, if any. */
  readonly schema?: ProfileSchemaDocument;
}

/** One function of the API with a role and a log group of its own. */
export class ProfileFunction extends Construct {
  public readonly function: lambda.Function;
  private readonly role: iam.Role;
  private readonly settings: Settings;

  constructor(scope: Construct, id: string, props: ProfileFunctionProps) {
    super(scope, id);
    this.settings = props.settings;

    const logGroup = createLogGroup(this, 'LogGroup', this.settings);
    // Not the managed basic execution role, which may write to every log group of the account.
    this.role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    this.role.addToPolicy(new iam.PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }));
    if (this.settings.encryptionKey) {
      this.role.addToPolicy(encryptionByLogs(this.settings.encryptionKey, this));
    }
    this.function = new lambda.Function(this, 'Function', {
      description: props.description,
      runtime: this.settings.runtime,
      architecture: lambda.Architecture.ARM_64,
      code: handlerCode(languageOf(this.settings.runtime), props.schema),
      handler: props.handler,
      role: this.role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      tracing: this.settings.tracing,
      // A vCPU's share grows with the memory, and start-up is bound by it. By this share the costliest profiles of the largest
      // size are answered within 3 s, in half of the memory; see `test/handlers/cost.test.ts`.
      memorySize: 512,
      // Above the 10 s that a request may spend on DynamoDB, below the 30 s that the API waits.
      timeout: Duration.seconds(15),
    });
    if (props.schema) {
      this.function.addEnvironment(Environment.PROFILE_SCHEMA, SCHEMA_FILE);
    }
  }

  /** Lets the function do exactly these calls on the table, and tells it where in the table the profiles are. */
  public useTable(table: dynamodb.ITable, ...actions: string[]): void {
    // Not `table.grant()`, which adds the indexes.
    this.role.addToPolicy(new iam.PolicyStatement({ actions, resources: [table.tableArn] }));
    if (table.encryptionKey) {
      this.role.addToPolicy(decryptionByDynamoDb(table, table.encryptionKey));
    }
    this.function.addEnvironment(Environment.DYNAMODB_TABLE, table.tableName);
    this.function.addEnvironment(Environment.USER_PARTITIONS, String(this.settings.userPartitions));
  }

  /** Tells the function how large a profile it may store. */
  public limitProfileSize(): void {
    this.function.addEnvironment(Environment.MAX_PROFILE_SIZE, String(this.settings.maxProfileSize.toBytes()));
  }
}

/**
 * What DynamoDB does with a key in the name of whoever calls it, and for them only.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
function decryptionByDynamoDb(table: dynamodb.ITable, key: kms.IKey): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['kms:Decrypt'],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${table.env.region}.amazonaws.com` } },
  });
}
