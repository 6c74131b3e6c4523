import { HeaderReader } from './header-reader';
import { Problem } from '../domain/problem';

/** The media types that a method accepts. */
export interface MediaTypes {
  /** In lowercase. */
  readonly accepted: readonly string[];
  /** Whether to accept any type with the suffix +json (RFC 6839 section 3.1). */
  readonly anyJson: boolean;
  /** Whether to accept a body without a type. */
  readonly optional: boolean;
}

/** JSON, or the default of a browser's `fetch` for a string, which needs no preflight request. */
export const JSON_TYPES: MediaTypes = { accepted: ['application/json', 'text/plain'], anyJson: true, optional: true };

/** JSON Merge Patch (RFC 7396 section 4), or JSON. */
export const MERGE_PATCH_TYPES: MediaTypes = {
  accepted: ['application/merge-patch+json', 'application/json'],
  anyJson: false,
  optional: false,
};

const JSON_SUFFIX = '+json';

/**
 * Checks a Content-Type header.
 *
 * @throws Problem `unsupported-media-type`
 */
export function requireMediaType(contentType: string | undefined, mediaTypes: MediaTypes): void {
  if (contentType === undefined && mediaTypes.optional) {
    return;
  }
  const reader = new HeaderReader(contentType ?? '');
  if (!takeAcceptedType(reader, mediaTypes) || !takeParameters(reader) || !reader.isAtEnd) {
    throw new Problem('unsupported-media-type');
  }
}

function takeAcceptedType(reader: HeaderReader, { accepted, anyJson }: MediaTypes): boolean {
  const type = reader.takeToken()?.toLowerCase();
  const subtype = reader.take('/') ? reader.takeToken()?.toLowerCase() : undefined;
  if (type === undefined || subtype === undefined) {
    return false;
  }
  return accepted.includes(`${type}/${subtype}`) || (anyJson && subtype.endsWith(JSON_SUFFIX) && subtype !== JSON_SUFFIX);
}

/** Consumes parameters, which may be empty (RFC 9110 section 5.6.6). Returns whether they are valid and the charset, if any, is UTF-8. */
function takeParameters(reader: HeaderReader): boolean {
  reader.takeSpace();
  while (reader.take(';')) {
    reader.takeSpace();
    const name = reader.takeToken()?.toLowerCase();
    if (name !== undefined) {
      const value = reader.take('=') ? reader.takeToken() ?? reader.takeQuotedString() : undefined;
      if (value === undefined || (name === 'charset' && !isUtf8(value))) {
        return false;
      }
      reader.takeSpace();
    }
  }
  return true;
}

function isUtf8(charset: string): boolean {
  return ['utf-8', '"utf-8"'].includes(charset.toLowerCase());
}
