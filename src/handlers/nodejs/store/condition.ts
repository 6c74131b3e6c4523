import { EntityTags, Preconditions } from '../domain/preconditions';
import { Problem } from '../domain/problem';
import { NO_VERSION } from '../domain/profile';

/** A condition expression of DynamoDB's, as part of a command's input. */
export interface Condition {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, string>;
}

const EXISTS = 'attribute_exists(pk)';

/**
 * Puts preconditions into DynamoDB's words, so that it checks and writes in one step.
 *
 * @throws Problem `precondition-failed` when they can't be met whatever is stored
 */
export function conditionOf({ ifMatch, ifNoneMatch }: Preconditions): Condition {
  const versions = new Map<string, string>();
  const conditions: string[] = [];
  if (ifMatch !== undefined) {
    conditions.push(`(${oneOf(strongOnly(ifMatch), versions)})`);
  }
  if (ifNoneMatch !== undefined) {
    conditions.push(`NOT (${oneOf(ifNoneMatch, versions)})`);
  }
  if (conditions.length === 0) {
    return {};
  }
  return {
    ConditionExpression: conditions.join(' AND '),
    ...(versions.size > 0 && {
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: Object.fromEntries([...versions].map(([version, name]) => [name, version])),
    }),
  };
}

/** If-Match compares strongly, and a weak tag matches nothing then. */
function strongOnly(tags: EntityTags): EntityTags {
  const strong = tags === '*' ? tags : tags.filter((tag) => !tag.weak);
  if (strong.length === 0) {
    throw new Problem('precondition-failed');
  }
  return strong;
}

/** @param versions collects the placeholder of each version */
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
