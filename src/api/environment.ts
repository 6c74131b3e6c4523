/**
 * The environment variables that the construct sets for its handlers.
 *
 * The Node.js handlers import this file; the Python handlers repeat the names in `environment.py`.
 */
export enum Environment {
  /** The name of the table that stores the profiles. */
  DYNAMODB_TABLE = 'DYNAMODB_TABLE',
  /** The maximum size of a profile in DynamoDB, in bytes. */
  MAX_PROFILE_SIZE = 'MAX_PROFILE_SIZE',
  /** The number of partition keys over which the profiles are distributed. */
  USER_PARTITIONS = 'USER_PARTITIONS',
  /** The name of the file with the profile schema, next to the code. Not set without a schema. */
  PROFILE_SCHEMA = 'PROFILE_SCHEMA',
}
