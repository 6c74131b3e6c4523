import { CompiledSchema, Index, isIndex, pointerTo, ProfileSchemaDocument, SchemaFault, schemasOfSameValue } from './document';

/**
 * The maximum number of schemas and patterns that apply to one value, or to one name, of a profile.
 *
 * Because the handlers apply a shared schema once to each value, this limits the number of steps for each byte of a profile.
 */
const MAX_COST = 20;
/** The maximum number of combinations of schemas to check. */
const MAX_COMBINATIONS = 20_000;

/** A schema that costs too much, or whose cost can't be determined. */
class SchemaCostError extends Error {}

/** Schemas that apply to one value together. */
interface Combination {
  readonly schemas: readonly Index[];
  /** The JSON pointer of the value in a profile, with `*` for any name or index. */
  readonly pointer: string;
}

/** Finds values of a profile to which too many schemas and patterns apply. */
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
    // The iteration includes entries that are added during it.
    for (const { schemas, pointer } of this.combinations.values()) {
      const applied = this.expand(schemas, pointer);
      this.followProperties(applied, pointer);
      this.followItems(applied, pointer);
    }
  }

  /** Returns the given schemas and all schemas that they apply to the same value. */
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

/** @param pointer a JSON pointer, with `*` for any name or index */
function locationOf(pointer: string): string {
  return pointer === '' ? 'the root of a profile' : `${pointer} of a profile`;
}

/** Counts the values of enum and const that are compared one by one, because they are lists or objects. */
function valuesToCompare(schema: CompiledSchema): number {
  return [...schema.enum ?? [], schema.const].filter((value) => typeof value === 'object' && value !== null).length;
}

/** Returns the schemas that apply to a property. Without a name, to any property that is not in `properties`. */
function schemasOfProperty(schema: CompiledSchema, name?: string): Index[] {
  const { properties = {}, patternProperties = [], additionalProperties } = schema;
  const isListed = name !== undefined && Object.hasOwn(properties, name);
  return [
    ...isListed ? [properties[name]] : [],
    ...patternProperties.map(([, index]) => index),
    ...!isListed && typeof additionalProperties === 'number' ? [additionalProperties] : [],
  ];
}

/** Returns the schemas that apply to the item at a position. */
function schemasOfItem({ items, additionalItems, contains }: CompiledSchema, position: number): Index[] {
  const ofPosition = Array.isArray(items) ? items[position] ?? additionalItems : items;
  return [ofPosition, contains].filter(isIndex);
}
