import { Stack, Token } from 'aws-cdk-lib';
import { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Construct, IConstruct } from 'constructs';
import { isKnown, PropError, propError } from './prop-error';
import { Settings } from '../settings';
import { domainPrefix } from '../sign-in/domain-prefix';

/** A name that must be unique. A second service with the same name would fail during deployment. */
interface Claim {
  readonly prop: string;
  readonly value: string;
  /** Identifies the name within an app. */
  readonly key: string;
  readonly problemAndRemedy: string;
}

/** Where a service has its profiles and its users. */
interface Storage {
  readonly table: ITable;
  readonly userPoolId: string;
}

interface Registration extends Storage {
  readonly service: Construct;
  readonly settings: Settings;
  readonly claims: readonly Claim[];
}

/** The services of each app. */
const registrations = new WeakMap<IConstruct, Registration[]>();

/** Registers a service, so that later services of the app are validated against it. */
export function register(service: Construct, settings: Settings, storage: Storage): void {
  const others = registrations.get(service.node.root) ?? [];
  registrations.set(service.node.root, [...others, { service, settings, claims: claimsOf(service, settings), ...storage }]);
}

/** Finds conflicts with the other services of the app. */
export function validateAgainstOthers(scope: Construct, settings: Settings): PropError[] {
  const others = (registrations.get(scope.node.root) ?? []).filter(({ service }) => isInTree(service));
  return [...validateSharedTable(others, settings), ...validateClaims(others, claimsOf(scope, settings))];
}

function validateClaims(others: Registration[], claims: Claim[]): PropError[] {
  return claims.flatMap(({ prop, value, key, problemAndRemedy }) => {
    const holder = others.find((other) => other.claims.some((claim) => claim.key === key));
    return holder ? [propError(prop, value, `is already used by '${holder.service.node.path}', but ${problemAndRemedy}`)] : [];
  });
}

function validateSharedTable(others: Registration[], settings: Settings): PropError[] {
  const sharing = others.filter(({ table }) => table === settings.table);
  return [...validateSharedProfiles(sharing, settings), ...validateOtherUsers(sharing, settings)];
}

/** Services with the same table and user pool share their profiles, and must use the same keys. */
function validateSharedProfiles(sharing: Registration[], { userPool, userPartitions }: Settings): PropError[] {
  const other = sharing.find(({ userPoolId, settings }) => userPoolId === userPool?.userPoolId
    && isKnown(settings.userPartitions) && isKnown(userPartitions) && settings.userPartitions !== userPartitions);
  return other
    ? [propError('userPartitions', userPartitions, `differs from the ${other.settings.userPartitions} of '${other.service.node.path}', which uses the same table `
      + 'and user pool, so neither service would find the profiles that the other writes; specify the same number for both')]
    : [];
}

/** In a table with the profiles of two user pools, administrators would reach users whom their own pool does not have. */
function validateOtherUsers(sharing: Registration[], settings: Settings): PropError[] {
  const other = sharing.find((registration) => isOtherPool(registration, settings)
    && (settings.adminGroup !== undefined || registration.settings.adminGroup !== undefined));
  return other
    ? [propError('table', settings.table, `is also the table of '${other.service.node.path}', whose users are in another user pool, so the administrators of one `
      + 'would read and delete the profiles of the other\'s users; specify the same userPool for both, another table, or no adminGroup')]
    : [];
}

/** Whether a service certainly has another user pool. An ID that only CloudFormation knows can belong to any pool. */
function isOtherPool({ userPoolId }: Registration, { userPool }: Settings): boolean {
  return !userPool || (isKnown(userPoolId) && isKnown(userPool.userPoolId) && userPoolId !== userPool.userPoolId);
}

function claimsOf(scope: Construct, { domainSuffix, signInDomain, apiDomain }: Settings): Claim[] {
  const { region } = Stack.of(scope);
  // Stacks without an explicit Region might be deployed to the same Region.
  const regionOrAny = Token.isUnresolved(region) ? 'any region' : region;
  const claims: Claim[] = [];
  if (domainSuffix !== undefined) {
    claims.push({
      prop: 'domainSuffix',
      value: domainSuffix,
      key: `${regionOrAny}: ${domainPrefix(domainSuffix)}`,
      problemAndRemedy: 'a sign-in domain must be unique in its Region; specify another suffix, or set env for both stacks if they are in different Regions',
    });
  }
  if (signInDomain) {
    const value = signInDomain.domainName;
    claims.push({ prop: 'signInDomain', value, key: value, problemAndRemedy: 'a custom domain can be used by only one user pool; specify another domain' });
  }
  if (apiDomain) {
    const { domainName, mappingKey } = apiDomain;
    // If the name is a token, the path of the construct identifies it.
    const value = `${Token.isUnresolved(domainName.name) ? domainName.node.path : domainName.name}/${mappingKey ?? ''}`;
    claims.push({
      prop: 'apiDomain',
      value,
      key: `${regionOrAny}: ${value}`,
      problemAndRemedy: 'a path of a domain maps to only one API in its Region; specify another mappingKey, or set env for both stacks if they are in different Regions',
    });
  }
  return claims.filter(({ key }) => !Token.isUnresolved(key));
}

/** Whether a construct is in the construct tree and has not been removed. */
function isInTree({ node }: IConstruct): boolean {
  return node.scope === undefined || (node.scope.node.tryFindChild(node.id)?.node === node && isInTree(node.scope));
}
