import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownHandler } from './functions';
import { readProfileSchema } from '../../src/profile-schema';
import { Language } from '../../test/support/drivers/handler-process';

/** The kinds of properties that schemas are made of, in turn, and a value of each. */
const KINDS = [
  { schema: { type: 'string', minLength: 1, maxLength: 100 }, value: 'text' },
  { schema: { type: 'integer', minimum: 0, maximum: 150 }, value: 42 },
  { schema: { type: 'boolean' }, value: true },
  { schema: { type: 'string', enum: ['light', 'dark', 'system'] }, value: 'dark' },
  { schema: { type: 'string', pattern: '^[a-z]{2}(-[A-Z]{2})?$' }, value: 'en-GB' },
  { schema: { type: 'array', items: { type: 'string', maxLength: 50 }, maxItems: 20, uniqueItems: true }, value: ['a', 'b'] },
  { schema: { type: 'object', properties: { street: { type: 'string' }, city: { type: 'string' } }, required: ['city'] }, value: { city: 'Paris' } },
];

/** A schema of so many properties. */
export function schemaOf(properties: number): { [key: string]: unknown } {
  const members = Array.from({ length: properties }, (_, index) => [`property${index}`, KINDS[index % KINDS.length].schema]);
  return { type: 'object', properties: Object.fromEntries(members), required: ['property0'], additionalProperties: false };
}

/** A profile that has the first properties of such a schema. */
export function profileOfSchema(properties: number): object {
  return Object.fromEntries(Array.from({ length: properties }, (_, index) => [`property${index}`, KINDS[index % KINDS.length].value]));
}

/** Copies the handlers to a new temporary directory, with the schemas as the construct deploys them. Returns the directory. */
export function deployWithSchemas(language: Language, schemas: Readonly<Record<string, { [key: string]: unknown }>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'bench-handlers-'));
  cpSync(ownHandler(language, 'read').directory, directory, { recursive: true });
  for (const [file, schema] of Object.entries(schemas)) {
    const { document, faults } = readProfileSchema(schema);
    if (faults.length > 0) {
      throw new Error(`The schema of the benchmark has faults: ${JSON.stringify(faults)}`);
    }
    writeFileSync(join(directory, file), JSON.stringify(document));
  }
  return directory;
}
