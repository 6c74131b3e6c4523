import { RemovalPolicy, Size, SizeRoundingBehavior } from 'aws-cdk-lib';
import { CfnKey, IKey, KeySpec } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { differ, locationOf, locationOfStack } from './location';
import { PropError, propError, propErrorWithoutValue, isKnown } from './prop-error';
import { Settings } from '../settings';

/** The maximum item size of 400 KB, less the space for keys, version and timestamps. */
const MAX_PROFILE_BYTES = 384 * 1024;
/** More than any table needs: 100,000 partitions support 100 million writes per second. */
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
      : [propErrorWithoutValue('maxProfileSize', 'the amount is a token, which can\'t be converted to bytes; specify it with Size.bytes')];
  }
  const bytes = maxProfileSize.toBytes({ rounding: SizeRoundingBehavior.NONE });
  return Number.isSafeInteger(bytes) && bytes >= 1 && bytes <= MAX_PROFILE_BYTES
    ? []
    : [propError('maxProfileSize', bytes, `bytes is not a valid profile size; specify an integer number of bytes from 1 to ${MAX_PROFILE_BYTES} (384 KiB)`)];
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
    : [propError('userPartitions', userPartitions, `is not a number of partitions; specify an integer from 1 to ${MAX_PARTITIONS}`)];
}

function validateTableCapacity({ tableCapacity }: Settings): PropError[] {
  return Object.entries({ readCapacity: tableCapacity?.readCapacity, writeCapacity: tableCapacity?.writeCapacity })
    // The type requires both, but a JavaScript app can omit one, and the L2 construct would use 5.
    .filter(([, units]) => tableCapacity && (units === undefined || isKnown(units)) && !(Number.isSafeInteger(units) && units! > 0))
    .map(([field, units]) => propError(`tableCapacity.${field}`, units,
      `${units === undefined ? 'is missing' : 'is not a positive integer'}; specify the number of capacity units, 1 or greater`));
}

function validateRemovalPolicy({ removalPolicy }: Settings): PropError[] {
  return REMOVAL_POLICIES.includes(removalPolicy)
    ? []
    : [propError('removalPolicy', removalPolicy, 'is not supported by all resources; use RemovalPolicy.RETAIN or RemovalPolicy.DESTROY')];
}

/** Validates the customer managed keys of the table and the logs, as far as they are known at synthesis. */
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
    ...differ(region, ours) ? [propError(prop, key, `is in ${region}, but resources can use only keys in their own Region, ${ours}; specify a key in ${ours}`)] : [],
    ...isAsymmetric ? [propError(prop, key, 'is an asymmetric key, which can\'t encrypt the table and the logs; specify a key with KeySpec.SYMMETRIC_DEFAULT')] : [],
  ];
}

function validateAlias(prop: string, key: IKey): PropError[] {
  // Not resolved, because a lazy value may not be set yet. A string that contains a token still contains the literal `:alias/`.
  const isAlias = 'aliasName' in key || key.keyArn.includes(':alias/');
  return isAlias
    ? [propError(prop, key, 'is an alias, which CloudWatch Logs and IAM policies don\'t accept as a key; specify the key itself, for example with Key.fromKeyArn')]
    : [];
}
