import { SchemaObject, SchemaValue } from './document';
import { findJsonFaults } from './json-faults';
import { readSchema, SchemaReading } from './reader';

/** The schemas that were read, by their JSON. By the object instead, an object that was changed since would get what it was before. */
const readings = new Map<string, SchemaReading>();

/**
 * Compiles a `profileSchema` and finds its faults.
 *
 * Use the document only if there are no faults. Equal schemas have the same document, regardless of key order, and are compiled once.
 */
export function readProfileSchema(schema: { [key: string]: any }): SchemaReading {
  const faults = findJsonFaults(schema);
  if (faults.length > 0) {
    return { document: { schemas: [], patterns: [], readOnly: {} }, faults, formats: [] };
  }
  const sorted = withSortedKeys(schema) as SchemaObject;
  const text = JSON.stringify(sorted);
  const reading = readings.get(text) ?? readSchema(sorted);
  readings.set(text, reading);
  return reading;
}

function withSortedKeys(value: SchemaValue): SchemaValue {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Array.isArray(value)
    ? value.map(withSortedKeys)
    : Object.fromEntries(Object.keys(value).sort().map((key) => [key, withSortedKeys(value[key])]));
}
