import { SchemaObject, SchemaValue } from './document';
import { findJsonFaults } from './json-faults';
import { readSchema, SchemaReading } from './reader';

/**
 * Reads a `profileSchema`, and finds what is wrong with it. The document is of use only where there is no fault; schemas that are equal,
 * whatever the order of their keys, have the same one.
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
