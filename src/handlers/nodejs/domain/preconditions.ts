import { Problem } from './problem';

/** An entity tag (RFC 9110 section 8.8.3). That of a profile is strong and contains the version. */
export interface EntityTag {
  readonly weak: boolean;
  readonly version: string;
}

/** Any version, or one of a list. */
export type EntityTags = '*' | readonly EntityTag[];

/** The preconditions of a request (RFC 9110 section 13). */
export interface Preconditions {
  readonly ifMatch?: EntityTags;
  readonly ifNoneMatch?: EntityTags;
}

/** Whether there are any preconditions. */
export function hasPreconditions({ ifMatch, ifNoneMatch }: Preconditions): boolean {
  return ifMatch !== undefined || ifNoneMatch !== undefined;
}

/**
 * Checks If-Match against a profile, with strong comparison.
 *
 * @param version the version of the profile; undefined if there is no profile
 */
export function isMatchMet({ ifMatch }: Preconditions, version: string | undefined): boolean {
  if (ifMatch === undefined || (ifMatch === '*' && version !== undefined)) {
    return true;
  }
  return ifMatch !== '*' && ifMatch.some((tag) => !tag.weak && tag.version === version);
}

/** Checks If-None-Match against a profile, with weak comparison. */
export function isNoneMatchMet({ ifNoneMatch }: Preconditions, version: string | undefined): boolean {
  if (ifNoneMatch === undefined || version === undefined) {
    return true;
  }
  return ifNoneMatch !== '*' && !ifNoneMatch.some((tag) => tag.version === version);
}

/**
 * Checks both preconditions before a write.
 *
 * @throws Problem `precondition-failed`
 */
export function requirePreconditions(preconditions: Preconditions, version: string | undefined): void {
  if (!isMatchMet(preconditions, version) || !isNoneMatchMet(preconditions, version)) {
    throw new Problem('precondition-failed');
  }
}
