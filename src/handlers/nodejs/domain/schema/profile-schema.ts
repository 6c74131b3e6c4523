import { readFileSync } from 'fs';
import * as path from 'path';
import { keepReadOnly, reportReadOnly, restoreReadOnly } from './read-only';
import { Report } from './report';
import { Validator } from './validator';
import { Environment } from '../../../../api/environment';
import type { ProfileSchemaDocument } from '../../../../profile-schema/document';
import type { JsonObject, JsonValue } from '../json';
import type { StoredJson, StoredObject } from '../stored-value';

/** The schema that every stored profile must meet. */
export class ProfileSchema {
  private readonly validator: Validator;

  constructor(private readonly document: ProfileSchemaDocument) {
    this.validator = new Validator(document);
  }

  /** Whether it has properties that only a back end writes. */
  public get hasReadOnly(): boolean {
    return Object.keys(this.document.readOnly).length > 0;
  }

  /** What POST stores: what was sent, and of the stored profile the read-only properties that were left out. */
  public keepReadOnly(sent: JsonObject, stored: StoredJson | undefined): StoredObject {
    return keepReadOnly(sent, stored, this.document.readOnly);
  }

  /** A profile, in which none of the read-only properties changes, with these as they are stored. */
  public restoreReadOnly(profile: StoredObject, stored: StoredJson | undefined): StoredObject {
    return this.hasReadOnly ? restoreReadOnly(profile, stored, this.document.readOnly) : profile;
  }

  /** What is wrong with storing `after`, where `sent` is the body and `before` what is stored, if anything is. */
  public check(after: JsonObject, sent: JsonObject, before: JsonValue | undefined): Report {
    const report = new Report();
    reportReadOnly(before, after, sent, this.document.readOnly, report);
    if (!this.validator.isMet(after)) {
      this.validator.report(after, report);
    }
    return report;
  }
}

/** Loads the schema that the construct deployed with the function, if it did. */
export function loadProfileSchema(): ProfileSchema | undefined {
  const file = process.env[Environment.PROFILE_SCHEMA];
  return file ? new ProfileSchema(JSON.parse(readFileSync(path.join(__dirname, file), 'utf-8'))) : undefined;
}
