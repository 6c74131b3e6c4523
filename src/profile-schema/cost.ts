import { CompiledSchema, Index, isIndex, pointerTo, ProfileSchemaDocument, SchemaFault, schemasOfSameValue } from './document';

/**
 * The most schemas and patterns that are applied to one value, or to one name, of a profile. As the handlers apply a schema that stands at
 * several positions once to each value, it bounds their work by so many steps for each byte of a profile.
 */
const MAX_COST = 20;
/** The most combinations of schemas that are looked at. */
const MAX_COMBINATIONS = 20_000;

/** Ends the check of a schema that costs too much, or more than can be told. */
class SchemaCostError extends Error {}

/** Schemas that are applied together to one value. */
interface Combination {
  readonly schemas: readonly Index[];
  /** Where in a profile, as a JSON pointer in which `*` stands for any name or index. */
  readonly pointer: string;
}

/** Follows a schema through all that a profile can have, and finds where too much is applied to one value. */
export function findCostFaults(document: ProfileSchemaDocument): SchemaFault[] {
  try {
    new CostCheck(document).run();
    return [];
  } catch (error) {
    if (!(error instanceof SchemaCostError)) {
      throw error;
    }
    return [{ pointer: '', value: undefined, problemAndRemedy: error.message }];
  }
}

class CostCheck {
  private readonly combinations = new Map<string, Combination>();

  constructor(private readonly document: ProfileSchemaDocument) {}

  public run(): void {
    this.add('', [0]);
    // A map also visits what is added meanwhile.
    for (const { schemas, pointer } of this.combinations.values()) {
      const applied = this.expand(schemas, pointer);
      this.followProperties(applied, pointer);
      this.followItems(applied, pointer);
    }
  }

  /** All that applies to the same value as the given schemas, these included. */
  private expand(schemas: readonly Index[], pointer: string): CompiledSchema[] {
    const applied = new Set<CompiledSchema>();
    let cost = 0;
    const visit = (index: Index, path: readonly Index[]) => {
      if (path.includes(index)) {
        throw new SchemaCostError(`refers to itself without a property or an item in between, at ${locationOf(pointer)}, so no check of it would end; `
          + 'put one in between');
      }
      const schema = this.document.schemas[index];
      applied.add(schema);
      cost += 1 + (schema.pattern === undefined ? 0 : 1) + valuesToCompare(schema);
      this.requireLow(cost, pointer);
      schemasOfSameValue(schema).forEach((part) => visit(part, [...path, index]));
    };
    schemas.forEach((index) => visit(index, []));
    return [...applied];
  }

  private followProperties(applied: readonly CompiledSchema[], pointer: string): void {
    const names = new Set(applied.flatMap(({ properties }) => Object.keys(properties ?? {})));
    for (const name of names) {
      this.add(pointerTo(pointer, name), applied.flatMap((schema) => schemasOfProperty(schema, name)));
    }
    const others = `${pointer}/*`;
    this.add(others, applied.flatMap((schema) => schemasOfProperty(schema)));
    const rulesOfNames = this.expand(applied.flatMap(({ propertyNames }) => propertyNames ?? []), others);
    this.requireLow(rulesOfNames.length + applied.flatMap(({ patternProperties }) => patternProperties ?? []).length, others);
  }

  private followItems(applied: readonly CompiledSchema[], pointer: string): void {
    const positions = Math.max(...applied.map(({ items }) => (Array.isArray(items) ? items.length : 0)));
    for (let position = 0; position < positions; position += 1) {
      this.add(pointerTo(pointer, position), applied.flatMap((schema) => schemasOfItem(schema, position)));
    }
    this.add(`${pointer}/*`, applied.flatMap((schema) => schemasOfItem(schema, positions)));
  }

  private add(pointer: string, schemas: readonly Index[]): void {
    const seen = new Set<Index>();
    const counted = schemas.filter((index) => {
      const isRepeated = seen.has(index) && this.document.schemas[index].shared;
      seen.add(index);
      return !isRepeated;
    }).sort((a, b) => a - b);
    const key = counted.join();
    if (counted.length > 0 && !this.combinations.has(key)) {
      this.combinations.set(key, { schemas: counted, pointer });
    }
    if (this.combinations.size > MAX_COMBINATIONS) {
      throw new SchemaCostError('applies its parts in too many combinations; simplify it');
    }
  }

  private requireLow(cost: number, pointer: string): void {
    if (cost > MAX_COST) {
      throw new SchemaCostError(`applies more than ${MAX_COST} schemas and patterns to one value, at ${locationOf(pointer)}; `
        + 'join some of them');
    }
  }
}

/** @param pointer Leads there, with `*` for any name or index */
function locationOf(pointer: string): string {
  return pointer === '' ? 'the root of a profile' : `${pointer} of a profile`;
}

/** Values that are compared in turn, because they are lists or objects. */
function valuesToCompare(schema: CompiledSchema): number {
  return [...schema.enum ?? [], schema.const].filter((value) => typeof value === 'object' && value !== null).length;
}

/** The schemas of a property; without a name, of any that is not listed. */
function schemasOfProperty(schema: CompiledSchema, name?: string): Index[] {
  const { properties = {}, patternProperties = [], additionalProperties } = schema;
  const isListed = name !== undefined && Object.hasOwn(properties, name);
  return [
    ...isListed ? [properties[name]] : [],
    ...patternProperties.map(([, index]) => index),
    ...!isListed && typeof additionalProperties === 'number' ? [additionalProperties] : [],
  ];
}

/** The schemas of the item at a position. */
function schemasOfItem({ items, additionalItems, contains }: CompiledSchema, position: number): Index[] {
  const ofPosition = Array.isArray(items) ? items[position] ?? additionalItems : items;
  return [ofPosition, contains].filter(isIndex);
}
