import { Problem } from '../rules/problem';

/** The media types that a method takes. */
export interface MediaTypes {
  readonly accepted: RegExp;
  /** Whether a body without a type passes. */
  readonly optional: boolean;
}

/** JSON, or what a browser's `fetch` says of a string, so that no preflight is needed. */
export const JSON_TYPES: MediaTypes = { accepted: /^(?:application\/json|text\/plain|[^/]+\/[^/]+\+json)$/, optional: true };

/** RFC 7396 section 4, or plain JSON. */
export const MERGE_PATCH_TYPES: MediaTypes = { accepted: /^application\/(?:merge-patch\+)?json$/, optional: false };

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const QUOTED_STRING = '"(?:[\\t !#-[\\]-~\\x80-\\xff]|\\\\[\\t -~\\x80-\\xff])*"';
/** White space is taken at one place only, behind the parameter, so that no header makes the match slow. */
const PARAMETER = `;[ \\t]*(?:(${TOKEN})=(${TOKEN}|${QUOTED_STRING})[ \\t]*)?`;
/** RFC 9110 section 8.3.1. */
const CONTENT_TYPE = new RegExp(`^(${TOKEN}/${TOKEN})[ \\t]*((?:${PARAMETER})*)$`);
const CHARSET = /^"?utf-8"?$/i;

/**
 * Checks a Content-Type header.
 *
 * @throws Problem `unsupported-media-type`
 */
export function requireMediaType(contentType: string | undefined, { accepted, optional }: MediaTypes): void {
  if (contentType === undefined && optional) {
    return;
  }
  const match = CONTENT_TYPE.exec(contentType ?? '');
  if (!match || !accepted.test(match[1].toLowerCase())) {
    throw new Problem('unsupported-media-type');
  }
  for (const [, name, value] of match[2].matchAll(new RegExp(PARAMETER, 'g'))) {
    if (name?.toLowerCase() === 'charset' && !CHARSET.test(value)) {
      throw new Problem('unsupported-media-type');
    }
  }
}
