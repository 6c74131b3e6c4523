import { HeaderReader } from './header-reader';
import { Problem } from '../domain/problem';

/** The media types that a method takes. */
export interface MediaTypes {
  /** In lower case. */
  readonly accepted: readonly string[];
  /** Whether any other type of JSON passes, which the suffix of its name says (RFC 6839 section 3.1). */
  readonly anyJson: boolean;
  /** Whether a body without a type passes. */
  readonly optional: boolean;
}

/** JSON, or what a browser's `fetch` says of a string, so that no preflight is needed. */
export const JSON_TYPES: MediaTypes = { accepted: ['application/json', 'text/plain'], anyJson: true, optional: true };

/** RFC 7396 section 4, or plain JSON. */
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

/** Takes parameters, each of which may be empty (RFC 9110 section 5.6.6), and says whether they are of UTF-8 text. */
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
