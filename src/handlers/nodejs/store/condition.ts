import { NOT_ERASED } from './tombstone';
import { ConditionFailed } from '../aws/request-budget';
import { EntityTags, Preconditions } from '../domain/preconditions';
import { NO_VERSION } from '../domain/profile';

/** A DynamoDB condition expression, as members of a command input. */
export interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, string>;
}

const EXISTS = 'attribute_exists(pk)';

/**
 * Converts preconditions to a DynamoDB condition, so that the check and the write are atomic. No write replaces a tombstone.
 *
 * @throws ConditionFailed if no stored profile could meet them
 */
export function conditionOf({ ifMatch, ifNoneMatch }: Preconditions): Condition {
  const versions = new Map<string, string>();
  const conditions = [NOT_ERASED];
  if (ifMatch !== undefined) {
    conditions.push(`(${oneOf(strongOnly(ifMatch), versions)})`);
  }
  if (ifNoneMatch !== undefined) {
    conditions.push(`NOT (${oneOf(ifNoneMatch, versions)})`);
  }
  return {
    ConditionExpression: conditions.join(' AND '),
    ...(versions.size > 0 && {
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: Object.fromEntries([...versions].map(([version, name]) => [name, version])),
    }),
  };
}

/** If-Match uses strong comparison, which a weak tag never matches. */
function strongOnly(tags: EntityTags): EntityTags {
  const strong = tags === '*' ? tags : tags.filter((tag) => !tag.weak);
  if (strong.length === 0) {
    throw new ConditionFailed(false);
  }
  return strong;
}

/** @param versions the placeholder of each version; new ones are added */
function oneOf(tags: EntityTags, versions: Map<string, string>): string {
  if (tags === '*') {
    return EXISTS;
  }
  const placeholders = new Set(tags.map(({ version }) => {
    const placeholder = versions.get(version) ?? `:v${versions.size}`;
    versions.set(version, placeholder);
    return placeholder;
  }));
  const listed = `#version IN (${[...placeholders].join(', ')})`;
  return tags.some(({ version }) => version === NO_VERSION)
    ? `${listed} OR (${EXISTS} AND attribute_not_exists(#version))`
    : listed;
}
