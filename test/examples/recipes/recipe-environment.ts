import { functionEnvironment } from '../../support/database/dynamodb';

/** The environment of a function of a recipe that calls a DynamoDB API. */
export function recipeEnvironment(endpoint: string, tableName = 'Profiles', userPartitions = 1): Record<string, string> {
  const { DYNAMODB_TABLE, MAX_PROFILE_SIZE, ...lambda } = functionEnvironment(endpoint, tableName);
  return { ...lambda, TABLE: tableName, USER_PARTITIONS: String(userPartitions) };
}
