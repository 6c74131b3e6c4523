import { Problem } from './problem';

/** An entity tag as of RFC 9110 section 8.8.3; a profile's own is strong, and its opaque part is the version. */
export interface EntityTag {
  readonly weak: boolean;
  readonly version: string;
}

/** Any representation, or one of those listed. */
export type EntityTags = '*' | readonly EntityTag[];

/** What must hold for a request to be done (RFC 9110 section 13). */
export interface Preconditions {
  readonly ifMatch?: EntityTags;
  readonly ifNoneMatch?: EntityTags;
}

/** Whether anything is asked of what is stored. */
export function hasPreconditions({ ifMatch, ifNoneMatch }: Preconditions): boolean {
  return ifMatch !== undefined || ifNoneMatch !== undefined;
}

/**
 * Checks If-Match, by strong comparison, against a profile.
 *
 * @param version the profile's version, or undefined where there is none
 */
export function isMatchMet({ ifMatch }: Preconditions, version: string | undefined): boolean {
  if (ifMatch === undefined || (ifMatch === '*' && version !== undefined)) {
    return true;
  }
  return ifMatch !== '*' && ifMatch.some((tag) => !tag.weak && tag.version === version);
}

/** Checks If-None-Match, by weak comparison, against a profile. */
export function isNoneMatchMet({ ifNoneMatch }: Preconditions, version: string | undefined): boolean {
  if (ifNoneMatch === undefined || version === undefined) {
    return true;
  }
  return ifNoneMatch !== '*' && !ifNoneMatch.some((tag) => tag.version === version);
}

/**
 * Checks both against a profile that is about to be written.
 *
 * @throws Problem `precondition-failed`
 */
export function requirePreconditions(preconditions: Preconditions, version: string | undefined): void {
  if (!isMatchMet(preconditions, version) || !isNoneMatchMet(preconditions, version)) {
    throw new Problem('precondition-failed');
  }
}
