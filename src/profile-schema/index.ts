import { SchemaObject, SchemaValue } from './document';
import { findJsonFaults } from './json-faults';
import { readSchema, SchemaReading } from './reader';

/**
 * Compiles a `profileSchema` and finds its faults.
 *
 * Use the document only if there are no faults. Equal schemas have equal documents, regardless of key order.
 */
export function readProfileSchema(schema: { [key: string]: any }): SchemaReading {
  const faults = findJsonFaults(schema);
  return faults.length > 0
    ? { document: { schemas: [], patterns: [], readOnly: {} }, faults }
    : readSchema(withSortedKeys(schema) as SchemaObject);
}

function withSortedKeys(value: SchemaValue): SchemaValue {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Array.isArray(value)
    ? value.map(withSortedKeys)
    : Object.fromEntries(Object.keys(value).sort().map((key) => [key, withSortedKeys(value[key])]));
}
