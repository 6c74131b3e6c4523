import { Stack, Token } from 'aws-cdk-lib';
import { Construct, IConstruct } from 'constructs';
import { domainPrefix } from '../sign-in';

/** Who took which sign-in domain, by app. */
const claims = new WeakMap<IConstruct, Map<string, string>>();

/**
 * Takes the prefix domain for this construct. Prefixes are unique within a region, so a second construct of the app with
 * the same prefix would fail, but only while being deployed.
 *
 * @throws Error when another construct of the app has it already
 */
export function claimDomainPrefix(scope: Construct, domainSuffix: string): void {
  if (Token.isUnresolved(domainSuffix)) {
    return;
  }
  const { region } = Stack.of(scope);
  // Stacks that name no region may all go to the same one.
  const key = `${Token.isUnresolved(region) ? 'any region' : region}: ${domainPrefix(domainSuffix)}`;
  const taken = claims.get(scope.node.root) ?? new Map<string, string>();
  const holder = taken.get(key);
  if (holder !== undefined) {
    throw new Error(`Invalid props of CognitoProfileService at '${scope.node.path}':\n`
      + `  - domainSuffix: '${domainSuffix}' is taken by '${holder}', and a sign-in domain is unique in its region; choose another suffix`);
  }
  claims.set(scope.node.root, taken.set(key, scope.node.path));
}
