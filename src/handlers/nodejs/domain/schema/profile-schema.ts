import { readFileSync } from 'fs';
import * as path from 'path';
import { keepReadOnly, reportReadOnly, restoreReadOnly } from './read-only';
import { Report } from './report';
import { Validator } from './validator';
import { Environment } from '../../../../api/environment';
import type { ProfileSchemaDocument, ReadOnlyProperties } from '../../../../profile-schema/document';
import type { JsonObject, JsonValue } from '../json';
import type { StoredJson, StoredObject } from '../stored-value';

/** Who writes a profile. A user can't change read-only properties. */
export type Writer = 'user' | 'administrator';

/** The JSON Schema for profiles. */
export class ProfileSchema {
  private readonly validator: Validator;

  constructor(private readonly document: ProfileSchemaDocument) {
    this.validator = new Validator(document);
  }

  /** Whether there are properties that the writer can't change. */
  public isRestricted(writer: Writer): boolean {
    return Object.keys(this.readOnlyFor(writer)).length > 0;
  }

  /** Returns the sent profile with the stored values of the read-only properties that it omits. */
  public keepReadOnly(sent: JsonObject, stored: StoredJson | undefined, writer: Writer): StoredObject {
    return keepReadOnly(sent, stored, this.readOnlyFor(writer));
  }

  /** Replaces unchanged read-only properties with their exact stored values. */
  public restoreReadOnly(profile: StoredObject, stored: StoredJson | undefined, writer: Writer): StoredObject {
    return this.isRestricted(writer) ? restoreReadOnly(profile, stored, this.readOnlyFor(writer)) : profile;
  }

  /** Reports the violations of storing `after`. `sent` is the request body; `before` is the stored profile data, if any. */
  public check(after: JsonObject, sent: JsonObject, before: JsonValue | undefined, writer: Writer): Report {
    const report = new Report();
    reportReadOnly(before, after, sent, this.readOnlyFor(writer), report);
    if (!this.validator.isMet(after)) {
      this.validator.report(after, report);
    }
    return report;
  }

  private readOnlyFor(writer: Writer): ReadOnlyProperties {
    return writer === 'administrator' ? {} : this.document.readOnly;
  }
}

/** Loads the schema that is deployed with the function, if any. */
export function loadProfileSchema(): ProfileSchema | undefined {
  const file = process.env[Environment.PROFILE_SCHEMA];
  return file ? new ProfileSchema(JSON.parse(readFileSync(path.join(__dirname, file), 'utf-8'))) : undefined;
}
