import { HeaderReader } from './header-reader';
import { EntityTag, EntityTags, Preconditions } from '../domain/preconditions';
import { Problem } from '../domain/problem';

/** The maximum number of tags. A condition on all of them stays within the limits of a DynamoDB expression. */
const MAX_TAGS = 100;

/**
 * Parses the If-Match and If-None-Match headers.
 *
 * @throws Problem `malformed-precondition`
 */
export function parsePreconditions(ifMatch: string | undefined, ifNoneMatch: string | undefined): Preconditions {
  return { ifMatch: parseTags(ifMatch), ifNoneMatch: parseTags(ifNoneMatch) };
}

function parseTags(value: string | undefined): EntityTags | undefined {
  if (value === undefined) {
    return undefined;
  }
  const reader = new HeaderReader(value);
  reader.takeSpace();
  const tags = reader.take('*') ? '*' : takeTags(reader);
  reader.takeSpace();
  if (!reader.isAtEnd || (tags !== '*' && (tags.length === 0 || tags.length > MAX_TAGS))) {
    throw new Problem('malformed-precondition');
  }
  return tags;
}

/** Consumes a list, which may have empty elements (RFC 9110 section 5.6.1). */
function takeTags(reader: HeaderReader): EntityTag[] {
  const tags: EntityTag[] = [];
  do {
    reader.takeSpace();
    const tag = reader.takeEntityTag();
    if (tag !== undefined) {
      tags.push({ weak: tag.startsWith('W/'), version: tag.slice(tag.indexOf('"') + 1, -1) });
      reader.takeSpace();
    }
  } while (reader.take(','));
  return tags;
}
