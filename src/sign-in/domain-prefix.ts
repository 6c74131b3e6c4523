const FIXED_PART = 'profile-service-';

/** Returns the domain prefix for a `domainSuffix`. It is the only physical name that the construct sets. */
export function domainPrefix(domainSuffix: string): string {
  return FIXED_PART + domainSuffix;
}
