import { Stack } from 'aws-cdk-lib';
import { CfnGlobalTable, CfnTable, ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { describeLocation, differ, locationOfPool, locationOfStack } from './location';
import { isKnown, PropError, propError } from './prop-error';
import { Settings } from '../settings';

/** The attributes of profiles and of tombstones. */
const OTHER_ATTRIBUTES = ['pk', 'sk', 'profile_data', 'version', 'created_at', 'updated_at', 'erased_at'];
/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TimeToLiveSpecification.html */
const MAX_ATTRIBUTE_LENGTH = 255;

/** Validates the deletion of accounts. */
export function validateAccountDeletion(scope: Construct, settings: Settings): PropError[] {
  const { accountDeletion, table, timeToLiveAttribute } = settings;
  if (accountDeletion && table) {
    return [...validateTimeToLive(table, timeToLiveAttribute), ...validateUserPool(scope, settings)];
  }
  return [
    ...timeToLiveAttribute === undefined
      ? []
      : [propError('timeToLiveAttribute', timeToLiveAttribute, 'has no effect without accountDeletion and an existing table; omit it')],
    ...accountDeletion ? validateUserPool(scope, settings) : [],
  ];
}

function validateTimeToLive(table: ITable, attribute: string | undefined): PropError[] {
  if (attribute === undefined) {
    return [propError('timeToLiveAttribute', undefined, 'is missing; accountDeletion requires the Time to Live (TTL) attribute of an existing table')];
  }
  if (!isKnown(attribute)) {
    return [];
  }
  if (attribute === '' || attribute.length > MAX_ATTRIBUTE_LENGTH || OTHER_ATTRIBUTES.includes(attribute)) {
    return [propError('timeToLiveAttribute', attribute,
      `can't be the TTL attribute; specify a name of 1 to ${MAX_ATTRIBUTE_LENGTH} characters other than ${OTHER_ATTRIBUTES.join(', ')}`)];
  }
  return validateExistingTable(table, attribute);
}

/** The TTL attribute of an imported table is not known. */
function validateExistingTable(table: ITable, attribute: string): PropError[] {
  const resource = table.node.defaultChild;
  if (!(resource instanceof CfnTable || resource instanceof CfnGlobalTable)) {
    return [];
  }
  const { attributeName, enabled } = Stack.of(resource).resolve(resource.timeToLiveSpecification) ?? { enabled: false };
  if (enabled === false) {
    return [propError('table', table, `doesn't have Time to Live (TTL), which accountDeletion requires; set its timeToLiveAttribute to '${attribute}', or accountDeletion on the service that creates it`)];
  }
  // What only CloudFormation knows is an object.
  return typeof attributeName === 'string' && attributeName !== attribute
    ? [propError('timeToLiveAttribute', attribute, `is not the TTL attribute of the table; specify '${attributeName}'`)]
    : [];
}

/** The functions can delete users only in their own Region and account. */
function validateUserPool(scope: Construct, { userPool }: Settings): PropError[] {
  const pool = userPool && locationOfPool(userPool);
  const ours = locationOfStack(scope);
  return pool && (differ(pool.region, ours.region) || differ(pool.account, ours.account))
    ? [propError('userPool', userPool, `is in ${describeLocation(pool)}, where accountDeletion can't delete users; deploy the service there, or omit accountDeletion`)]
    : [];
}
