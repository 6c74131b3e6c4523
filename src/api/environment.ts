/**
 * The environment variables by which the construct tells its handlers what it deployed.
 *
 * The Node.js handlers import this file; the Python handlers repeat the names in `environment.py`.
 */
export enum Environment {
  /** The name of the table that keeps the profiles. */
  DYNAMODB_TABLE = 'DYNAMODB_TABLE',
  /** The most that a profile may take in DynamoDB, in bytes. */
  MAX_PROFILE_SIZE = 'MAX_PROFILE_SIZE',
  /** Over how many partition keys the profiles are spread. */
  USER_PARTITIONS = 'USER_PARTITIONS',
  /** The file beside the code that has the schema of profiles, where there is one. */
  PROFILE_SCHEMA = 'PROFILE_SCHEMA',
}
