import { RemovalPolicy, Size, SizeRoundingBehavior } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { validateEncryptionKeys } from './encryption-key';
import { Finding, finding, findingOf, isKnown } from './finding';
import { validateSharedTable } from './shared-table';
import { Settings } from '../settings';

/** What a DynamoDB item of 400 KB leaves for the profile data, with room for keys, version and times. */
const MAX_PROFILE_BYTES = 384 * 1024;
/** Far more than any table has use for: 100,000 partitions take a hundred million writes a second. */
const MAX_PARTITIONS = 100_000;
const REMOVAL_POLICIES = [RemovalPolicy.RETAIN, RemovalPolicy.DESTROY];

export function validateDataProps(scope: Construct, settings: Settings): Finding[] {
  return [
    ...validateTableCapacity(settings),
    ...validateMaxProfileSize(settings),
    ...validateUserPartitions(settings),
    ...validateSharedTable(settings),
    ...validateEncryptionKeys(scope, settings),
    ...validateRemovalPolicy(settings),
  ];
}

function validateMaxProfileSize({ maxProfileSize }: Settings): Finding[] {
  if (maxProfileSize.isUnresolved()) {
    return isInBytes(maxProfileSize)
      ? []
      : [findingOf('maxProfileSize', 'the amount is known to CloudFormation only; give it in bytes, by Size.bytes')];
  }
  const bytes = maxProfileSize.toBytes({ rounding: SizeRoundingBehavior.NONE });
  return Number.isSafeInteger(bytes) && bytes >= 1 && bytes <= MAX_PROFILE_BYTES
    ? []
    : [finding('maxProfileSize', bytes, `bytes is not a size that a profile can have; give a whole number of bytes from 1 to ${MAX_PROFILE_BYTES} (384 KiB)`)];
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

function validateUserPartitions({ userPartitions }: Settings): Finding[] {
  return !isKnown(userPartitions) || (Number.isSafeInteger(userPartitions) && userPartitions >= 1 && userPartitions <= MAX_PARTITIONS)
    ? []
    : [finding('userPartitions', userPartitions, `is not a number of partitions; give a whole number from 1 to ${MAX_PARTITIONS}`)];
}

function validateTableCapacity({ tableCapacity }: Settings): Finding[] {
  return Object.entries({ readCapacity: tableCapacity?.readCapacity, writeCapacity: tableCapacity?.writeCapacity })
    // Both are required by type, but a JavaScript app can leave one out, and the L2 would fill in 5.
    .filter(([, units]) => tableCapacity && (units === undefined || isKnown(units)) && !(Number.isSafeInteger(units) && units! > 0))
    .map(([field, units]) => finding(`tableCapacity.${field}`, units, 'is not a positive integer; give the capacity units to provision, 1 or more'));
}

function validateRemovalPolicy({ removalPolicy }: Settings): Finding[] {
  return REMOVAL_POLICIES.includes(removalPolicy)
    ? []
    : [finding('removalPolicy', removalPolicy, 'is not supported by all resources; use RemovalPolicy.RETAIN or RemovalPolicy.DESTROY')];
}
