import { RemovalPolicy, Size, SizeRoundingBehavior } from 'aws-cdk-lib';
import { CfnKey, IKey, KeySpec } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { differ, locationOf, locationOfStack } from './location';
import { PropError, propError, propErrorWithoutValue, isKnown } from './prop-error';
import { Settings } from '../settings';

/** What a DynamoDB item of 400 KB leaves for the profile data, with room for keys, version and times. */
const MAX_PROFILE_BYTES = 384 * 1024;
/** Far more than any table has use for: 100,000 partitions take a hundred million writes a second. */
const MAX_PARTITIONS = 100_000;
const REMOVAL_POLICIES = [RemovalPolicy.RETAIN, RemovalPolicy.DESTROY];

export function validateDataProps(scope: Construct, settings: Settings): PropError[] {
  return [
    ...validateTableCapacity(settings),
    ...validateMaxProfileSize(settings),
    ...validateUserPartitions(settings),
    ...validateEncryptionKeys(scope, settings),
    ...validateRemovalPolicy(settings),
  ];
}

function validateMaxProfileSize({ maxProfileSize }: Settings): PropError[] {
  if (maxProfileSize.isUnresolved()) {
    return isInBytes(maxProfileSize)
      ? []
      : [propErrorWithoutValue('maxProfileSize', 'the amount is known to CloudFormation only; give it in bytes, by Size.bytes')];
  }
  const bytes = maxProfileSize.toBytes({ rounding: SizeRoundingBehavior.NONE });
  return Number.isSafeInteger(bytes) && bytes >= 1 && bytes <= MAX_PROFILE_BYTES
    ? []
    : [propError('maxProfileSize', bytes, `bytes is not a size that a profile can have; give a whole number of bytes from 1 to ${MAX_PROFILE_BYTES} (384 KiB)`)];
}

/** An unresolved amount can't be converted from another unit. */
function isInBytes(size: Size): boolean {
  try {
    size.toBytes();
    return true;
  } catch {
    return false;
  }
}

function validateUserPartitions({ userPartitions }: Settings): PropError[] {
  return !isKnown(userPartitions) || (Number.isSafeInteger(userPartitions) && userPartitions >= 1 && userPartitions <= MAX_PARTITIONS)
    ? []
    : [propError('userPartitions', userPartitions, `is not a number of partitions; give a whole number from 1 to ${MAX_PARTITIONS}`)];
}

function validateTableCapacity({ tableCapacity }: Settings): PropError[] {
  return Object.entries({ readCapacity: tableCapacity?.readCapacity, writeCapacity: tableCapacity?.writeCapacity })
    // Both are required by type, but a JavaScript app can leave one out, and the L2 would fill in 5.
    .filter(([, units]) => tableCapacity && (units === undefined || isKnown(units)) && !(Number.isSafeInteger(units) && units! > 0))
    .map(([field, units]) => propError(`tableCapacity.${field}`, units, 'is not a positive integer; give the capacity units to provision, 1 or more'));
}

function validateRemovalPolicy({ removalPolicy }: Settings): PropError[] {
  return REMOVAL_POLICIES.includes(removalPolicy)
    ? []
    : [propError('removalPolicy', removalPolicy, 'is not supported by all resources; use RemovalPolicy.RETAIN or RemovalPolicy.DESTROY')];
}

/** Validates the customer managed keys of the table and the logs, as far as the app knows them. */
function validateEncryptionKeys(scope: Construct, { encryptionKey, table }: Settings): PropError[] {
  return [
    ...encryptionKey ? validateKey(scope, 'encryptionKey', encryptionKey) : [],
    ...table?.encryptionKey ? validateAlias('table.encryptionKey', table.encryptionKey) : [],
  ];
}

function validateKey(scope: Construct, prop: string, key: IKey): PropError[] {
  const { region } = locationOf(key.keyArn, key);
  const { region: ours } = locationOfStack(scope);
  const resource = key.node.defaultChild;
  const isAsymmetric = resource instanceof CfnKey && isKnown(resource.keySpec) && resource.keySpec !== KeySpec.SYMMETRIC_DEFAULT;
  return [
    ...validateAlias(prop, key),
    ...differ(region, ours) ? [propError(prop, key, `is in ${region}, and resources are encrypted with keys of their own region, ${ours}; give a key there`)] : [],
    ...isAsymmetric ? [propError(prop, key, 'is not symmetric, and so encrypts no table and no logs; give one of KeySpec.SYMMETRIC_DEFAULT')] : [],
  ];
}

function validateAlias(prop: string, key: IKey): PropError[] {
  // Not resolved, as that would fix what is lazy before the app has set it. A token beside it does not hide the word.
  const isAlias = 'aliasName' in key || key.keyArn.includes(':alias/');
  return isAlias
    ? [propError(prop, key, 'is an alias, which CloudWatch Logs and IAM policies do not take for a key; give the key itself, imported by Key.fromKeyArn if need be')]
    : [];
}
