import { compareText } from './json-value';
import { findReadOnlyViolations, keepReadOnly, restoreReadOnly } from './read-only';
import { compileValidator, UnmetKeyword } from './validator';
import type { ProfileSchemaDocument } from '../../../profile-schema/document';
import details from '../../schema-details.json';
import type { ProfileSchema } from '../profile-schema';
import type { Violation } from '../rules/problem';

/** The most violations that are reported. */
const MAX_VIOLATIONS = 100;

/** Makes a schema ready to judge profiles. */
export function compileProfileSchema({ schema, readOnly }: ProfileSchemaDocument): ProfileSchema {
  const validate = compileValidator(schema);
  return {
    hasReadOnly: readOnly.length > 0,
    keepReadOnly: (sent, stored) => keepReadOnly(sent, stored, readOnly),
    restoreReadOnly: (profile, stored) => restoreReadOnly(profile, stored, readOnly),
    violations: (after, sent, before) => report([...validate(after), ...findReadOnlyViolations(before, after, sent, readOnly)]),
  };
}

/** Each once, in an order that both languages share. */
function report(unmet: readonly UnmetKeyword[]): Violation[] {
  const distinct = new Map(unmet.map(({ pointer, keyword }) => [JSON.stringify([pointer, keyword]), { pointer, keyword }]));
  return [...distinct.values()]
    .sort((a, b) => compareText(a.pointer, b.pointer) || compareText(a.keyword, b.keyword))
    .slice(0, MAX_VIOLATIONS)
    .map(({ pointer, keyword }) => ({ pointer, keyword, detail: details[keyword as keyof typeof details] }));
}
