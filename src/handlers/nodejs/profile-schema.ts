import { readFileSync } from 'fs';
import { createRequire } from 'module';
import * as path from 'path';
import type { JsonObject, JsonValue } from './rules/json';
import { Environment } from '../../environment';
import { Violation } from './rules/problem';
import type { StoredJson, StoredObject } from './rules/stored-value';
import type { ProfileSchemaDocument } from '../../profile-schema/document';

/** The schema that every stored profile must meet. */
export interface ProfileSchema {
  /** Whether it has properties that only a back end writes. */
  readonly hasReadOnly: boolean;

  /** What POST stores: what was sent, and of the stored profile the read-only properties that were left out. */
  keepReadOnly(sent: JsonObject, stored: StoredJson | undefined): StoredObject;

  /** Gives a profile without violations the read-only properties as they are stored, in what JSON can't say as well. */
  restoreReadOnly(profile: StoredObject, stored: StoredJson | undefined): StoredObject;

  /** All that is wrong with storing `after`, where `sent` is the body and `before` what is stored, if anything is. */
  violations(after: JsonObject, sent: JsonObject, before: JsonValue | undefined): Violation[];
}

/** The bundle of `schema/index.ts`, which only functions with a schema have beside them. */
interface Validator {
  compileProfileSchema(document: ProfileSchemaDocument): ProfileSchema;
}

/** Loads the schema that the construct deployed with the function, if it did; only then the validator is loaded. */
export function loadProfileSchema(): ProfileSchema | undefined {
  const file = process.env[Environment.PROFILE_SCHEMA];
  if (!file) {
    return undefined;
  }
  const validator: Validator = createRequire(__filename)('./profile-schema.js');
  return validator.compileProfileSchema(JSON.parse(readFileSync(path.join(__dirname, file), 'utf-8')));
}
