import { findCostFaults } from './cost';
import {
  CompiledSchema, Index, isObject, partsOf, pointerTo, ProfileSchemaDocument, ReadOnlyProperties, SchemaFault, SchemaObject, SchemaValue,
} from './document';
import { findNulls } from './json-faults';
import { KEYWORDS } from './keywords';
import { Automaton, compilePattern } from './pattern/automaton';
import { UnsupportedPatternError } from './pattern/parser';

const DRAFT_07 = /^http:\/\/json-schema\.org\/draft-07\/schema#?$/;
const REFERENCE = /^#(?:\/definitions\/([\w.-]+))?$/;

/** A compiled schema that is not complete yet. */
type Compiled = { -readonly [keyword in keyof CompiledSchema]: CompiledSchema[keyword] };

/** The location of a schema or a keyword. */
interface Location {
  readonly pointer: string;
  /** The property path, if `properties` is the only keyword along it. */
  readonly property?: readonly string[];
}

/** A compiled schema and its faults. */
export interface SchemaReading {
  readonly document: ProfileSchemaDocument;
  readonly faults: readonly SchemaFault[];
  /** The JSON pointers of each `format`, which is not enforced, without a `pattern` beside it. */
  readonly formats: readonly string[];
}

/** Compiles a schema for the handlers. Its keys must be sorted. */
export function readSchema(schema: SchemaObject): SchemaReading {
  return new SchemaReader(schema).read();
}

class SchemaReader {
  private readonly faults: SchemaFault[] = [];
  private readonly formats: string[] = [];
  private readonly schemas: Compiled[] = [];
  private readonly indexes = new Map<string, Index>();
  private readonly patterns: Automaton[] = [];
  private readonly patternIndexes = new Map<string, Index>();
  private readonly readOnly: ReadOnlyProperties = {};
  /** The indexes of schemas by `$ref`. */
  private readonly addresses = new Map<string, Index>();

  constructor(private readonly root: SchemaObject) {}

  public read(): SchemaReading {
    if (this.root.type !== 'object') {
      this.refuse('/type', this.root.type, "does not describe an object, which a profile is; give type: 'object'");
    }
    const definitions = isObject(this.root.definitions) ? Object.entries(this.root.definitions) : [];
    // Assign their indexes first, so that references to them can be compiled in any order.
    for (const address of ['#', ...definitions.map(([name]) => `#/definitions/${name}`)]) {
      this.addresses.set(address, this.schemas.push({}) - 1);
    }
    Object.assign(this.schemas[0], this.compile(this.root, { pointer: '', property: [] }));
    for (const [name, definition] of definitions) {
      const index = this.addresses.get(`#/definitions/${name}`)!;
      Object.assign(this.schemas[index], this.compile(definition, { pointer: pointerTo('/definitions', name) }));
    }
    this.markShared();
    const document = { schemas: this.schemas, patterns: this.patterns, readOnly: this.readOnly };
    return { document, faults: this.faults.length > 0 ? this.faults : findCostFaults(document), formats: this.formats };
  }

  /** Adds a schema and returns its index. Equal schemas share an index. */
  private add(schema: SchemaValue, location: Location): Index {
    const compiled = this.compile(schema, location);
    if (compiled.$ref !== undefined) {
      return compiled.$ref;
    }
    const text = JSON.stringify(compiled);
    const known = this.indexes.get(text);
    if (known !== undefined) {
      return known;
    }
    this.indexes.set(text, this.schemas.length);
    return this.schemas.push(compiled) - 1;
  }

  private compile(schema: SchemaValue, location: Location): Compiled {
    if (typeof schema === 'boolean') {
      return schema ? {} : { false: true };
    }
    const compiled: Compiled = {};
    if (!isObject(schema)) {
      this.refuse(location.pointer, schema, 'is not a schema; give an object or a boolean');
      return compiled;
    }
    for (const [keyword, value] of Object.entries(schema)) {
      const at = pointerTo(location.pointer, keyword);
      const known = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
      if ('$ref' in schema && keyword !== '$ref' && (keyword === 'readOnly' || known?.role !== 'annotation')) {
        this.refuse(at, value,
          'stands beside $ref, which makes draft-07 ignore it; put both into an allOf, or the keyword behind the $ref');
      } else if (!known) {
        this.refuse(at, value, 'is under no keyword of draft-07, so it would not be checked; correct it or leave it out');
      } else if (!known.value.has(value)) {
        this.refuse(at, value, `is not ${known.value.name}; give one, as draft-07 of JSON Schema says`);
      } else {
        this.keyword(compiled, schema, keyword, value, { ...location, pointer: at });
      }
    }
    return compiled;
  }

  private keyword(compiled: Compiled, schema: SchemaObject, keyword: string, value: SchemaValue, location: Location): void {
    const inner: Location = { pointer: location.pointer };
    switch (KEYWORDS[keyword].role) {
      case 'annotation':
        if (keyword === 'format' && !('pattern' in schema)) {
          this.formats.push(location.pointer);
        }
        return;
      case 'assertion': Object.assign(compiled, { [keyword]: value }); return;
      case 'comparison':
        this.faults.push(...findNulls(value, location.pointer));
        Object.assign(compiled, { [keyword]: value });
        return;
      case 'schema': Object.assign(compiled, { [keyword]: this.add(value, inner) }); return;
      case 'schemas': Object.assign(compiled, { [keyword]: this.addAll(value, inner) }); return;
      case 'special': this.special(compiled, schema, keyword, value, location); return;
      case 'schemasByName':
        compiled.properties = mapValues(value as SchemaObject, (name, member) =>
          this.add(member, { pointer: pointerTo(location.pointer, name), property: location.property && [...location.property, name] }));
    }
  }

  private special(compiled: Compiled, schema: SchemaObject, keyword: string, value: SchemaValue, location: Location): void {
    const inner: Location = { pointer: location.pointer };
    const isRoot = schema === this.root;
    switch (keyword) {
      case '$schema':
        this.require(isRoot && DRAFT_07.test(value as string), location, value,
          "is not draft-07 at the root; use 'http://json-schema.org/draft-07/schema#'");
        return;
      case '$id':
        this.require(isRoot, location, value, 'gives a part of the schema an address of its own, which is not supported; leave it out');
        return;
      case '$ref':
        compiled.$ref = this.reference(value as string, location);
        return;
      case 'definitions':
        this.require(isRoot, location, undefined, 'are not at the root, where a $ref can lead to; move them there');
        return;
      case 'if':
        this.require('then' in schema || 'else' in schema, location, undefined, 'does nothing without then or else; add one or leave it out');
        compiled.if = this.add(value, inner);
        return;
      case 'then':
      case 'else':
        this.require('if' in schema, location, undefined, 'does nothing without if; add one or leave it out');
        compiled[keyword] = this.add(value, inner);
        return;
      case 'items':
        compiled.items = Array.isArray(value) ? this.addAll(value, inner) : this.add(value, inner);
        return;
      case 'additionalProperties':
        compiled.additionalProperties = value === false ? value : this.add(value, inner);
        return;
      case 'additionalItems':
        this.require(Array.isArray(schema.items), location, undefined, 'does nothing without a list of schemas in items; leave it out');
        compiled.additionalItems = value === false ? value : this.add(value, inner);
        return;
      case 'type':
        compiled.type = [value].flat() as string[];
        return;
      case 'multipleOf':
        this.require(Number.isSafeInteger(value) && (value as number) > 0, location, value,
          'is not a positive integer, and of fractions no division is exact; give one, or leave it out');
        compiled.multipleOf = value as number;
        return;
      case 'pattern':
        compiled.pattern = this.pattern(value as string, location.pointer);
        return;
      case 'patternProperties':
        compiled.patternProperties = Object.entries(value as SchemaObject).map(([pattern, member]) => {
          const pointer = pointerTo(location.pointer, pattern);
          return [this.pattern(pattern, pointer), this.add(member, { pointer })] as const;
        });
        return;
      case 'dependencies':
        compiled.dependencies = mapValues(value as SchemaObject, (name, member) =>
          (Array.isArray(member) ? member as string[] : this.add(member, { pointer: pointerTo(location.pointer, name) })));
        return;
      case 'readOnly':
        if (value === true) {
          this.readOnlyProperty(location);
        }
    }
  }

  private addAll(list: SchemaValue, { pointer }: Location): Index[] {
    return (list as SchemaValue[]).map((schema, index) => this.add(schema, { pointer: pointerTo(pointer, index) }));
  }

  private reference(reference: string, location: Location): Index {
    if (!REFERENCE.test(reference)) {
      this.refuse(location.pointer, reference,
        "does not refer to the schema itself; use '#/definitions/<name>' with a name of A-Z, a-z, 0-9, _, . and -, or '#'");
    } else if (!this.addresses.has(reference)) {
      this.refuse(location.pointer, reference, 'leads nowhere; define it under definitions at the root');
    }
    return this.addresses.get(reference) ?? 0;
  }

  private pattern(source: string, pointer: string): Index {
    const known = this.patternIndexes.get(source);
    if (known !== undefined) {
      return known;
    }
    try {
      const index = this.patterns.push(compilePattern(source)) - 1;
      this.patternIndexes.set(source, index);
      return index;
    } catch (error) {
      if (!(error instanceof UnsupportedPatternError)) {
        throw error;
      }
      this.refuse(pointer, source, error.message);
      return 0;
    }
  }

  private readOnlyProperty({ pointer, property = [] }: Location): void {
    if (property.length === 0) {
      this.refuse(pointer, true, 'is not on a property, or not one along nested properties alone; move it there or leave it out');
      return;
    }
    const name = property.at(-1)!;
    let parent = this.root;
    let branch = this.readOnly as { [name: string]: true | ReadOnlyProperties };
    for (const key of property.slice(0, -1)) {
      parent = (parent.properties as SchemaObject)[key] as SchemaObject;
      // Not `??=`, which would find inherited members such as `constructor`.
      if (!Object.hasOwn(branch, key)) {
        branch[key] = {};
      }
      branch = branch[key] as typeof branch;
    }
    branch[name] = true;
    if (Array.isArray(parent.required) && parent.required.includes(name)) {
      this.refuse(pointer, true, `is on '${name}', which is required, so no user could create a profile; leave it out of required`);
    }
  }

  private require(holds: boolean, { pointer }: Location, value: unknown, problemAndRemedy: string): void {
    if (!holds) {
      this.refuse(pointer, value, problemAndRemedy);
    }
  }

  private refuse(pointer: string, value: unknown, problemAndRemedy: string): void {
    this.faults.push({ pointer, value, problemAndRemedy });
  }

  /** Marks schemas with several references and with subschemas, so that the handlers apply them once to each value. */
  private markShared(): void {
    const references = new Map<Index, number>();
    for (const part of this.schemas.flatMap(partsOf)) {
      references.set(part, (references.get(part) ?? 0) + 1);
    }
    for (const [index, schema] of this.schemas.entries()) {
      if ((references.get(index) ?? 0) > 1 && partsOf(schema).length > 0) {
        schema.shared = true;
      }
    }
  }
}

function mapValues<T>(object: SchemaObject, map: (key: string, value: SchemaValue) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(key, value)]));
}
