const FIXED_PART = 'profile-service-';

/** The prefix domain for a `domainSuffix`, the only physical name that the construct sets. */
export function domainPrefix(domainSuffix: string): string {
  return FIXED_PART + domainSuffix;
}
