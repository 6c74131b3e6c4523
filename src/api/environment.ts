/**
 * The environment variables that the construct sets for the handlers.
 *
 * The Node.js handlers import this file; the Python handlers repeat the names in `environment.py`.
 */
export enum Environment {
  /** The name of the table that stores the profiles. */
  DYNAMODB_TABLE = 'DYNAMODB_TABLE',
  /** The maximum size of a profile in DynamoDB, in bytes. */
  MAX_PROFILE_SIZE = 'MAX_PROFILE_SIZE',
  /** The number of partition key values across which the profiles are distributed. */
  USER_PARTITIONS = 'USER_PARTITIONS',
  /** The name of the file that contains the profile schema, in the directory of the code. Not set without a schema. */
  PROFILE_SCHEMA = 'PROFILE_SCHEMA',
  /** The name of the Cognito group whose members are administrators. */
  ADMIN_GROUP = 'ADMIN_GROUP',
  /** The ID of the user pool. */
  USER_POOL_ID = 'USER_POOL_ID',
  /** The name of the attribute after whose time DynamoDB deletes an item. */
  TIME_TO_LIVE_ATTRIBUTE = 'TIME_TO_LIVE_ATTRIBUTE',
  /** The ARN of the event bus for the changes of profiles. Only the function that publishes them has it. */
  EVENT_BUS = 'EVENT_BUS',
}
