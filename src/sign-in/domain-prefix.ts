const FIXED_PART = 'profile-service-';

/** The prefix domain that a suffix makes, the only physical name that the construct gives. */
export function domainPrefix(domainSuffix: string): string {
  return FIXED_PART + domainSuffix;
}
