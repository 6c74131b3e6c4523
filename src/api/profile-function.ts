import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { Environment } from './environment';
import { HandlerCode, SCHEMA_FILE } from './handler-code';
import { decryptionThroughDynamoDb, ServiceFunction } from './service-function';
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
  /**
   * Whether the operation is for administrators only.
   *
   * @default false
   */
  readonly isForAdministrators?: boolean;
}

/** Creates a function of the API in a scope. */
export type CreateFunction = (scope: Construct, id: string, options: ProfileFunctionOptions) => lambda.Function;

/** Properties of `ProfileFunction`. */
export interface ProfileFunctionProps extends ProfileFunctionOptions {
  readonly code: HandlerCode;
  readonly table: dynamodb.ITable;
  readonly settings: Settings;
}

/** A Lambda function of the API. */
export class ProfileFunction extends ServiceFunction {
  constructor(scope: Construct, id: string, props: ProfileFunctionProps) {
    const { code, settings, table, storesProfiles } = props;
    super(scope, id, { handler: props.handler, description: props.description, code: storesProfiles ? code.withSchema : code.handlers, settings });
    if (storesProfiles && settings.profileSchema) {
      this.function.addEnvironment(Environment.PROFILE_SCHEMA, SCHEMA_FILE);
    }
    this.useTable(table, props.tableActions, settings);
    if (storesProfiles) {
      this.function.addEnvironment(Environment.MAX_PROFILE_SIZE, String(settings.maxProfileSize.toBytes()));
    }
    if (props.isForAdministrators) {
      this.function.addEnvironment(Environment.ADMIN_GROUP, settings.adminGroup!);
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
