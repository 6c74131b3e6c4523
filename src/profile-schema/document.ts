/** A JSON value as it stands in a schema. */
export type SchemaValue = null | boolean | number | string | SchemaValue[] | SchemaObject;
export interface SchemaObject { [key: string]: SchemaValue }

/** A profile schema as the construct deploys it for the handlers of both languages. */
export interface ProfileSchemaDocument {
  /** The schema with what decides only, and with its patterns spelled for both languages. */
  readonly schema: SchemaObject;
  /** The properties that only a back end writes, each by the names that lead to it. */
  readonly readOnly: readonly (readonly string[])[];
}

/** What keeps a schema from being used, at a JSON pointer into it. */
export interface SchemaFault {
  readonly pointer: string;
  readonly value: unknown;
  /** As in a finding: what is wrong, and what to do. */
  readonly wrongAndWhatToDo: string;
}

/** A name or index as a part of a JSON pointer (RFC 6901). */
export function pointerTo(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
