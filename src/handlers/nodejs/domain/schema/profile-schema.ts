import { readFileSync } from 'fs';
import * as path from 'path';
import { keepReadOnly, reportReadOnly, restoreReadOnly } from './read-only';
import { Report } from './report';
import { Validator } from './validator';
import { Environment } from '../../../../api/environment';
import type { ProfileSchemaDocument } from '../../../../profile-schema/document';
import type { JsonObject, JsonValue } from '../json';
import type { StoredJson, StoredObject } from '../stored-value';

/** The JSON Schema for profiles. */
export class ProfileSchema {
  private readonly validator: Validator;

  constructor(private readonly document: ProfileSchemaDocument) {
    this.validator = new Validator(document);
  }

  /** Whether there are properties that only a back end can write. */
  public get hasReadOnly(): boolean {
    return Object.keys(this.document.readOnly).length > 0;
  }

  /** Returns the sent profile with the stored values of the read-only properties that it omits. */
  public keepReadOnly(sent: JsonObject, stored: StoredJson | undefined): StoredObject {
    return keepReadOnly(sent, stored, this.document.readOnly);
  }

  /** Replaces unchanged read-only properties with their exact stored values. */
  public restoreReadOnly(profile: StoredObject, stored: StoredJson | undefined): StoredObject {
    return this.hasReadOnly ? restoreReadOnly(profile, stored, this.document.readOnly) : profile;
  }

  /** Reports the violations of storing `after`. `sent` is the request body; `before` is the stored profile data, if any. */
  public check(after: JsonObject, sent: JsonObject, before: JsonValue | undefined): Report {
    const report = new Report();
    reportReadOnly(before, after, sent, this.document.readOnly, report);
    if (!this.validator.isMet(after)) {
      this.validator.report(after, report);
    }
    return report;
  }
}

/** Loads the schema that is deployed with the function, if any. */
export function loadProfileSchema(): ProfileSchema | undefined {
  const file = process.env[Environment.PROFILE_SCHEMA];
  return file ? new ProfileSchema(JSON.parse(readFileSync(path.join(__dirname, file), 'utf-8'))) : undefined;
}
