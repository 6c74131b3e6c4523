import { pointerTo, ProfileSchemaDocument, SchemaFault, SchemaObject, SchemaValue } from './document';
import { KEYWORDS } from './keywords';
import { parsePattern, renderPattern, UnsupportedPatternError } from './pattern';
import { requireUnambiguousLoops } from './pattern-ambiguity';
import { requireLowCost } from './pattern-cost';
import { findRecursionFaults } from './recursion';
import { findReferenceFaults, isReference, Reference } from './references';

const DRAFT_07 = /^http:\/\/json-schema\.org\/draft-07\/schema#?$/;

/** The schema `false`, as a keyword of its own, because one validator would not say where in a profile it stands. */
const NOTHING: SchemaObject = { false: true };

/** Where a schema stands. */
interface Place {
  readonly pointer: string;
  /** The names that lead to it, where only `properties` lie in between. */
  readonly property?: readonly string[];
}

/** A schema as it is deployed, and what keeps it from being so. */
export interface SchemaReading {
  readonly document: ProfileSchemaDocument;
  readonly faults: readonly SchemaFault[];
}

/** Reads a schema that is valid as of the meta-schema of draft-07, and holds it against what both languages judge the same. */
export function readSchema(schema: SchemaObject): SchemaReading {
  return new SchemaReader(schema).read();
}

class SchemaReader {
  private readonly faults: SchemaFault[] = [];
  private readonly readOnly: (readonly string[])[] = [];
  private readonly references: Reference[] = [];

  constructor(private readonly root: SchemaObject) {}

  public read(): SchemaReading {
    if (this.root.type !== 'object') {
      this.refuse('/type', this.root.type, "does not describe an object, which a profile is; give type: 'object'");
    }
    const schema = this.schema(this.root, { pointer: '', property: [] }) as SchemaObject;
    this.faults.push(...findReferenceFaults(this.root, this.references));
    if (this.faults.length === 0) {
      this.faults.push(...findRecursionFaults(this.root));
    }
    return { document: { schema, readOnly: this.readOnly }, faults: this.faults };
  }

  private schema(schema: SchemaValue, place: Place): SchemaValue {
    if (typeof schema === 'boolean') {
      return schema || NOTHING;
    }
    const kept: SchemaObject = {};
    const node = schema as SchemaObject;
    for (const [keyword, value] of Object.entries(node)) {
      const at = pointerTo(place.pointer, keyword);
      if ('$ref' in node && keyword !== '$ref' && (keyword === 'readOnly' || KEYWORDS[keyword] !== 'annotation')) {
        this.refuse(at, value,
          'stands beside $ref, which makes draft-07 ignore it; put both into an allOf, or the keyword behind the $ref');
      } else if (!Object.hasOwn(KEYWORDS, keyword)) {
        this.refuse(at, value, 'is under no keyword of draft-07, so it would not be checked; correct it or leave it out');
      } else if (value !== undefined) {
        this.keyword(kept, node, keyword, value, { ...place, pointer: at });
      }
    }
    return kept;
  }

  private keyword(kept: SchemaObject, node: SchemaObject, keyword: string, value: SchemaValue, place: Place): void {
    const inner: Place = { pointer: place.pointer };
    switch (KEYWORDS[keyword]) {
      case 'annotation': return;
      case 'value': kept[keyword] = value; return;
      case 'schema': kept[keyword] = this.schema(value, inner); return;
      case 'schemas': kept[keyword] = this.schemas(value, inner); return;
      default: this.special(kept, node, keyword, value, place);
    }
  }

  private special(kept: SchemaObject, node: SchemaObject, keyword: string, value: SchemaValue, place: Place): void {
    const inner: Place = { pointer: place.pointer };
    const isRoot = node === this.root;
    switch (keyword) {
      case '$schema':
        this.require(isRoot && DRAFT_07.test(value as string), place, value,
          "is not draft-07 at the root; use 'http://json-schema.org/draft-07/schema#'");
        return;
      case '$id':
        this.require(isRoot, place, value, 'gives a part of the schema an address of its own, which is not supported; leave it out');
        return;
      case '$ref':
        this.references.push({ pointer: place.pointer, reference: value as string });
        this.require(isReference(value as string), place, value,
          "does not refer to the schema itself; use '#/definitions/<name>' with a name of A-Z, a-z, 0-9, _, . and -, or '#'");
        kept.$ref = value;
        return;
      case 'definitions':
        this.require(isRoot, place, undefined, 'are not at the root, where a $ref can lead to; move them there');
        kept.definitions = this.mapOfSchemas(value, () => inner);
        return;
      case 'if':
        this.require('then' in node || 'else' in node, place, undefined, 'does nothing without then or else; add one or leave it out');
        kept.if = this.schema(value, inner);
        return;
      case 'then':
      case 'else':
        this.require('if' in node, place, undefined, 'does nothing without if; add one or leave it out');
        kept[keyword] = this.schema(value, inner);
        return;
      case 'items':
        kept.items = Array.isArray(value) ? this.schemas(value, inner) : this.schema(value, inner);
        return;
      case 'additionalProperties':
        kept.additionalProperties = value && this.schema(value, inner);
        return;
      case 'additionalItems':
        this.require(Array.isArray(node.items), place, undefined, 'does nothing without a list of schemas in items; leave it out');
        kept.additionalItems = value && this.schema(value, inner);
        return;
      case 'multipleOf':
        this.require(Number.isSafeInteger(value), place, value,
          'is not an integer, and of fractions no division is exact; give an integer, or leave it out');
        kept.multipleOf = value;
        return;
      case 'pattern':
        kept.pattern = this.pattern(value as string, place.pointer, node);
        return;
      case 'properties':
        kept.properties = this.mapOfSchemas(value, (name) => ({ ...inner, property: place.property && [...place.property, name] }));
        return;
      case 'patternProperties':
        kept.patternProperties = this.patternProperties(value as SchemaObject, place.pointer);
        return;
      case 'dependencies':
        kept.dependencies = Object.fromEntries(Object.entries(value as SchemaObject).map(([name, dependency]) =>
          [name, Array.isArray(dependency) ? dependency : this.schema(dependency, { pointer: pointerTo(inner.pointer, name) })]));
        return;
      case 'readOnly':
        this.readOnlyProperty(value, place);
    }
  }

  private schemas(list: SchemaValue, { pointer }: Place): SchemaValue[] {
    return (list as SchemaValue[]).map((schema, index) => this.schema(schema, { pointer: pointerTo(pointer, index) }));
  }

  private mapOfSchemas(map: SchemaValue, placeOf: (name: string) => Place): SchemaObject {
    return Object.fromEntries(Object.entries(map as SchemaObject).map(([name, schema]) => {
      const place = placeOf(name);
      return [name, this.schema(schema, { ...place, pointer: pointerTo(place.pointer, name) })];
    }));
  }

  private patternProperties(map: SchemaObject, pointer: string): SchemaObject {
    const kept = new Map<string, SchemaValue>();
    for (const [pattern, schema] of Object.entries(map)) {
      const at = pointerTo(pointer, pattern);
      const spelled = this.pattern(pattern, at);
      const part = this.schema(schema, { pointer: at });
      const same = kept.get(spelled);
      // Two patterns that mean the same are spelled the same.
      kept.set(spelled, same === undefined ? part : { allOf: [same, part] });
    }
    return Object.fromEntries(kept);
  }

  /** @param node The schema whose `maxLength` bounds the texts, where there can be one */
  private pattern(source: string, pointer: string, node?: SchemaObject): string {
    try {
      const pattern = parsePattern(source);
      requireUnambiguousLoops(pattern);
      requireLowCost(pattern, node?.maxLength as number | undefined, node !== undefined);
      return renderPattern(pattern);
    } catch (error) {
      if (!(error instanceof UnsupportedPatternError)) {
        throw error;
      }
      this.refuse(pointer, source, error.message);
      return '';
    }
  }

  private readOnlyProperty(value: SchemaValue, { pointer, property }: Place): void {
    if (value !== true) {
      return;
    }
    if (property === undefined || property.length === 0) {
      this.refuse(pointer, value, 'is not on a property, or not one along nested properties alone; move it there or leave it out');
      return;
    }
    this.readOnly.push(property);
    const name = property.at(-1)!;
    const parent = property.slice(0, -1).reduce((node, key) => (node.properties as Record<string, SchemaObject>)[key], this.root);
    if (Array.isArray(parent.required) && parent.required.includes(name)) {
      this.refuse(pointer, value, `is on '${name}', which is required, so no user could create a profile; leave it out of required`);
    }
  }

  private require(holds: boolean, { pointer }: Place, value: unknown, wrongAndWhatToDo: string): void {
    if (!holds) {
      this.refuse(pointer, value, wrongAndWhatToDo);
    }
  }

  private refuse(pointer: string, value: unknown, wrongAndWhatToDo: string): void {
    this.faults.push({ pointer, value, wrongAndWhatToDo });
  }
}
