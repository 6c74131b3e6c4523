import { Stack, Token } from 'aws-cdk-lib';
import { Construct, IConstruct } from 'constructs';
import { Settings } from '../settings';
import { domainPrefix } from '../sign-in/domain-prefix';

/** Who took which sign-in domain, by app. */
const claims = new WeakMap<IConstruct, Map<string, string>>();

/**
 * Takes the sign-in domain for this construct. A prefix is unique within its region, a domain of one's own everywhere, so a second construct
 * of the app with the same one would fail, but only while being deployed.
 *
 * @throws Error when another construct of the app has it already
 */
export function claimSignInDomain(scope: Construct, { domainSuffix, signInDomain }: Settings): void {
  if (signInDomain) {
    claim(scope, 'signInDomain', signInDomain.domainName, signInDomain.domainName);
  } else if (domainSuffix !== undefined) {
    const { region } = Stack.of(scope);
    // Stacks that name no region may all go to the same one.
    claim(scope, 'domainSuffix', domainSuffix, `${Token.isUnresolved(region) ? 'any region' : region}: ${domainPrefix(domainSuffix)}`);
  }
}

function claim(scope: Construct, prop: string, value: string, domain: string): void {
  if (Token.isUnresolved(value)) {
    return;
  }
  const taken = claims.get(scope.node.root) ?? new Map<string, string>();
  const holder = taken.get(domain);
  if (holder !== undefined) {
    throw new Error(`Invalid props of CognitoProfileService at '${scope.node.path}':\n`
      + `  - ${prop}: '${value}' is taken by '${holder}', and no two services can have one sign-in domain; choose another`);
  }
  claims.set(scope.node.root, taken.set(domain, scope.node.path));
}
