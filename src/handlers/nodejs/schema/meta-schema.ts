import Ajv from 'ajv';
import { UNIQUE_ITEMS } from './validator';

/** Where a schema is not one of draft-07, and why. */
export interface MetaSchemaFault {
  readonly pointer: string;
  readonly message: string;
}

/** Holds a schema against the meta-schema of draft-07. */
export function findMetaSchemaFaults(schema: unknown): MetaSchemaFault[] {
  const ajv = new Ajv({ allErrors: true, ownProperties: true, strict: false, validateFormats: false });
  ajv.removeKeyword('uniqueItems').addKeyword({ ...UNIQUE_ITEMS, error: { message: 'must not have an item twice' } });
  const validate = ajv.getSchema('http://json-schema.org/draft-07/schema')!;
  void validate(schema);
  const faults = new Map<string, string>();
  for (const { instancePath, message, params } of validate.errors ?? []) {
    // What follows at the same place is what it may be instead.
    if (!faults.has(instancePath)) {
      faults.set(instancePath, params.allowedValues ? `${message}: ${params.allowedValues.join(', ')}` : message!);
    }
  }
  return [...faults].map(([pointer, message]) => ({ pointer, message }));
}
