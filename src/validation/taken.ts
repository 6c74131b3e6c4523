import { Stack, Token } from 'aws-cdk-lib';
import { Construct, IConstruct } from 'constructs';
import { Finding, finding } from './finding';
import { isInTree } from './is-in-tree';
import { Settings } from '../settings';
import { domainPrefix } from '../sign-in/domain-prefix';

/** What only one service can have, and would fail for a second one, but only while being deployed. */
interface Taken {
  readonly prop: string;
  readonly value: string;
  /** What it is told apart by within an app. */
  readonly key: string;
  readonly whatAndWhatToDo: string;
}

/** Who took what, by app. */
const holders = new WeakMap<IConstruct, Map<string, IConstruct>>();

/** Finds what another service of the app has already. */
export function validateNotTaken(scope: Construct, settings: Settings): Finding[] {
  return takenBy(scope, settings).flatMap(({ prop, value, key, whatAndWhatToDo }) => {
    const holder = holders.get(scope.node.root)?.get(key);
    return holder && isInTree(holder) ? [finding(prop, value, `is taken by '${holder.node.path}', and ${whatAndWhatToDo}`)] : [];
  });
}

/** Records what a service takes, so that no other can. */
export function take(scope: Construct, settings: Settings): void {
  const taken = holders.get(scope.node.root) ?? new Map<string, IConstruct>();
  takenBy(scope, settings).forEach(({ key }) => taken.set(key, scope));
  holders.set(scope.node.root, taken);
}

function takenBy(scope: Construct, { domainSuffix, signInDomain, apiDomain }: Settings): Taken[] {
  const { region } = Stack.of(scope);
  // Stacks that name no region may all go to the same one.
  const regionOrAny = Token.isUnresolved(region) ? 'any region' : region;
  const made: Taken[] = [];
  if (domainSuffix !== undefined) {
    made.push({
      prop: 'domainSuffix',
      value: domainSuffix,
      key: `${regionOrAny}: ${domainPrefix(domainSuffix)}`,
      whatAndWhatToDo: 'a sign-in domain is unique in its region; choose another suffix, or state the regions of the stacks by env',
    });
  }
  if (signInDomain) {
    const value = signInDomain.domainName;
    made.push({ prop: 'signInDomain', value, key: value, whatAndWhatToDo: 'a domain serves the sign-in pages of one user pool; choose another' });
  }
  if (apiDomain) {
    const { domainName, mappingKey } = apiDomain;
    // A name that only CloudFormation knows is told apart by the construct that has it.
    const value = `${Token.isUnresolved(domainName.name) ? domainName.node.path : domainName.name}/${mappingKey ?? ''}`;
    made.push({
      prop: 'apiDomain',
      value,
      key: `${regionOrAny}: ${value}`,
      whatAndWhatToDo: 'a path of a domain leads to one API in its region; choose another mappingKey, or state the regions of the stacks by env',
    });
  }
  return made.filter(({ key }) => !Token.isUnresolved(key));
}
