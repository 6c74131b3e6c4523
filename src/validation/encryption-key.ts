import { CfnKey, IKey, KeySpec } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { Finding, finding, isKnown } from './finding';
import { differ, placeOf, placeOfStack } from './place';
import { Settings } from '../settings';

/** Checks the customer managed keys of table and logs, as far as the app defines or names them. */
export function validateEncryptionKeys(scope: Construct, { encryptionKey, table }: Settings): Finding[] {
  return [
    ...encryptionKey ? validateKey(scope, 'encryptionKey', encryptionKey) : [],
    ...table?.encryptionKey ? validateAlias('table.encryptionKey', table.encryptionKey) : [],
  ];
}

function validateKey(scope: Construct, prop: string, key: IKey): Finding[] {
  const { region } = placeOf(key.keyArn, key);
  const { region: ours } = placeOfStack(scope);
  const resource = key.node.defaultChild;
  const isAsymmetric = resource instanceof CfnKey && isKnown(resource.keySpec) && resource.keySpec !== KeySpec.SYMMETRIC_DEFAULT;
  return [
    ...validateAlias(prop, key),
    ...differ(region, ours) ? [finding(prop, key, `is in ${region}, and resources are encrypted with keys of their own region, ${ours}; give a key there`)] : [],
    ...isAsymmetric ? [finding(prop, key, 'is not symmetric, and so encrypts no table and no logs; give one of KeySpec.SYMMETRIC_DEFAULT')] : [],
  ];
}

function validateAlias(prop: string, key: IKey): Finding[] {
  // Not resolved, as that would fix what is lazy before the app has set it. A token beside it does not hide the word.
  const isAlias = 'aliasName' in key || key.keyArn.includes(':alias/');
  return isAlias
    ? [finding(prop, key, 'is an alias, which CloudWatch Logs and IAM policies do not take for a key; give the key itself, imported by Key.fromKeyArn if need be')]
    : [];
}
