import { createRequire } from 'module';
import * as path from 'path';
import { SchemaFault, SchemaObject } from './document';
import { findJsonFaults } from './json-faults';
import { readSchema, SchemaReading } from './reader';

/** What the Node.js functions validate with; it also checks schemas, so that it is loaded only where there is one. */
interface Validator {
  findMetaSchemaFaults(schema: unknown): { readonly pointer: string; readonly message: string }[];
}

/** Reads a `profileSchema`, and finds what is wrong with it. The document is of use only where there is no fault. */
export function readProfileSchema(schema: { [key: string]: any }): SchemaReading {
  const jsonFaults = findJsonFaults(schema);
  if (jsonFaults.length > 0) {
    return { document: { schema: {}, readOnly: [] }, faults: jsonFaults };
  }
  const metaSchemaFaults = findMetaSchemaFaults(schema);
  if (metaSchemaFaults.length > 0) {
    return { document: { schema: {}, readOnly: [] }, faults: metaSchemaFaults };
  }
  return readSchema(schema);
}

function findMetaSchemaFaults(schema: SchemaObject): SchemaFault[] {
  const load = createRequire(__filename);
  const validator: Validator = load(path.join(__dirname, '..', '..', 'assets', 'profile-schema', 'nodejs', 'profile-schema.js'));
  return validator.findMetaSchemaFaults(schema).map(({ pointer, message }) => ({
    pointer,
    value: valueAt(schema, pointer),
    wrongAndWhatToDo: `${message}; give what draft-07 of JSON Schema wants`,
  }));
}

function valueAt(schema: unknown, pointer: string): unknown {
  return pointer.split('/').slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((value, key) => (value as Record<string, unknown>)[key], schema);
}
