import { SchemaFault, SchemaObject, SchemaValue } from './document';

const REFERENCE = /^#(?:\/definitions\/([\w.-]+))?$/;
/** Both validators recurse through these, for each level of a profile once more. */
const MAX_CHAIN = 20;

/** A `$ref`, and where it stands. */
export interface Reference {
  readonly pointer: string;
  readonly reference: string;
}

/** Whether a `$ref` leads to the schema itself, in a spelling without escapes. */
export function isReference(reference: string): boolean {
  return REFERENCE.test(reference);
}

/** Finds references that lead nowhere, or back to themselves without a step into the profile, which no validator would survive. */
export function findReferenceFaults(root: SchemaObject, references: readonly Reference[]): SchemaFault[] {
  const definitions = (root.definitions ?? {}) as Record<string, SchemaValue>;
  const schemas = new Map<string, SchemaValue>([['#', root]]);
  for (const [name, definition] of Object.entries(definitions)) {
    schemas.set(`#/definitions/${name}`, definition);
  }
  const faults: SchemaFault[] = [];
  const lengths = new Map<string, number>();

  for (const { pointer, reference } of references) {
    if (isReference(reference) && !schemas.has(reference)) {
      faults.push({ pointer, value: reference, wrongAndWhatToDo: 'leads nowhere; define it under definitions at the root' });
    }
  }
  for (const address of schemas.keys()) {
    const length = chainFrom(address, []);
    if (length > MAX_CHAIN) {
      faults.push({
        pointer: address.slice(1),
        value: undefined,
        wrongAndWhatToDo: length === Infinity
          ? 'refers to itself without a property or an item in between, so no check of it would end; put one in between'
          : `applies more than ${MAX_CHAIN} schemas to one value in a row; join some of them`,
      });
    }
  }
  return faults;

  /** How many schemas are applied to one value in a row, from this one on. */
  function chainFrom(address: string, path: readonly string[]): number {
    if (path.includes(address)) {
      return Infinity;
    }
    const known = lengths.get(address);
    if (known !== undefined) {
      return known;
    }
    const length = chainOf(schemas.get(address) ?? true, [...path, address]);
    lengths.set(address, length);
    return length;
  }

  function chainOf(schema: SchemaValue, path: readonly string[]): number {
    if (typeof schema === 'boolean') {
      return 1;
    }
    const { $ref } = schema as SchemaObject;
    if (typeof $ref === 'string') {
      return 1 + chainFrom($ref, path);
    }
    return 1 + Math.max(0, ...schemasOfSameValue(schema as SchemaObject).map((part) => chainOf(part, path)));
  }
}

/** The schemas that a schema applies to the very value that it is applied to itself. */
export function schemasOfSameValue(schema: SchemaObject): SchemaValue[] {
  const lists = [schema.allOf, schema.anyOf, schema.oneOf].flatMap((list) => (list ?? []) as SchemaValue[]);
  const singles = [schema.not, schema.if, schema.then, schema.else].filter((part) => part !== undefined);
  const dependencies = Object.values((schema.dependencies ?? {}) as SchemaObject).filter((part) => !Array.isArray(part));
  return [...lists, ...singles, ...dependencies];
}
