import { Check, checksOf, Checks, kindOf, KINDS } from './keywords';
import type { Report } from './report';
import { Validation } from './validation';
import type { Index, ProfileSchemaDocument } from '../../../../profile-schema/document';
import type { JsonObject, JsonValue } from '../json';

/** Validates profiles against a compiled schema, in linear time. */
export class Validator {
  /** Created on first use, because a profile may not need all schemas. */
  private readonly checks: (Checks | undefined)[] = [];

  constructor(private readonly document: ProfileSchemaDocument) {}

  /** Whether a profile meets the schema. */
  public isMet(profile: JsonObject): boolean {
    return this.apply(0, profile, new Validation());
  }

  /** Adds the violations of a profile to a report. */
  public report(profile: JsonObject, report: Report): void {
    this.apply(0, profile, new Validation(report));
  }

  /** Applies one of the schemas to a value. */
  private apply(index: Index, value: JsonValue, validation: Validation): boolean {
    return run((this.checks[index] ?? this.makeChecks(index))[kindOf(value)], value, validation);
  }

  private makeChecks(index: Index): Checks {
    const { schemas, patterns } = this.document;
    const { allOf = [], $ref, shared } = schemas[index];
    const checks = checksOf(schemas[index], patterns, (...args) => this.apply(...args));
    // Inline the checks of allOf and $ref, to save calls.
    for (const part of $ref === undefined ? allOf : [...allOf, $ref]) {
      const more = this.checks[part] ?? this.makeChecks(part);
      KINDS.forEach((kind) => checks[kind].push(...more[kind]));
    }
    if (shared) {
      checks.array = [once(checks.array, index)];
      checks.object = [once(checks.object, index)];
    }
    this.checks[index] = checks;
    return checks;
  }
}

function run(checks: readonly Check[], value: JsonValue, validation: Validation): boolean {
  let isMet = true;
  for (const check of checks) {
    if (!check(value, validation)) {
      isMet = false;
      if (validation.isOver) {
        break;
      }
    }
  }
  return isMet;
}

/** Makes a check that caches the result for each list or object. */
function once(checks: readonly Check[], index: Index): Check {
  return (value, validation) => {
    const results = validation.resultsOf(index);
    let isMet = results.get(value);
    if (isMet === undefined) {
      isMet = run(checks, value, validation);
      results.set(value, isMet);
    }
    return isMet;
  };
}
