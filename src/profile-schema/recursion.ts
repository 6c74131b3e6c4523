import { SchemaFault, SchemaObject, SchemaValue } from './document';
import { LoopAutomaton } from './loop-automaton';
import { schemasOfSameValue } from './references';

/** The members of a profile that a schema is applied to: a property by name, any but some, items by place, or from a place on. */
type Step =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'properties'; readonly except: readonly string[] }
  | { readonly kind: 'items'; readonly from: number; readonly to: number };

/** How often each position of the automaton applies to a value, where two stand for any more. */
type Positions = ReadonlyMap<number, number>;

/**
 * Refuses a schema that comes back to itself in two ways for one member of a profile, as two alternatives with the same recursive
 * property do: each level of a profile would double the time of its check, and a user can nest 31 of them.
 *
 * Takes a schema whose references lead somewhere, and not in circles for one value.
 */
export function findRecursionFaults(root: SchemaObject): SchemaFault[] {
  const kind = new SchemaPositions(root).judge();
  const wrongAndWhatToDo = kind === 'ambiguous'
    ? 'applies a recursive definition to one property or item at several places, so that each level of a profile doubles the time; '
      + 'refer to it at one place, outside of anyOf, oneOf, allOf and if'
    : 'is too complex to tell whether its recursion takes exponential time; recur at fewer places';
  return kind === 'unambiguous' ? [] : [{ pointer: '', value: undefined, wrongAndWhatToDo }];
}

class SchemaPositions {
  private readonly automaton = new LoopAutomaton<Step>(overlap);
  private readonly schemas: SchemaValue[] = [];
  private readonly known = new Map<SchemaValue, Positions>();

  constructor(private readonly root: SchemaObject) {}

  public judge() {
    this.positionsOf(this.root);
    // Grows as the schemas of members are reached.
    for (let position = 0; position < this.schemas.length; position += 1) {
      for (const [to, ways] of this.positionsOf(this.schemas[position])) {
        this.automaton.connect(position, to, ways);
      }
    }
    return this.automaton.judge();
  }

  /** The members' schemas that apply where this schema does. */
  private positionsOf(schema: SchemaValue): Positions {
    if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
      return new Map();
    }
    const known = this.known.get(schema);
    if (known) {
      return known;
    }
    const positions = new Map<number, number>();
    if (typeof schema.$ref === 'string') {
      this.add(positions, this.positionsOf(this.resolve(schema.$ref)));
    } else {
      for (const [step, member] of membersOf(schema)) {
        this.schemas.push(member);
        positions.set(this.automaton.add(step), 1);
      }
      for (const part of schemasOfSameValue(schema)) {
        this.add(positions, this.positionsOf(part));
      }
    }
    this.known.set(schema, positions);
    return positions;
  }

  private add(positions: Map<number, number>, more: Positions): void {
    for (const [position, ways] of more) {
      positions.set(position, Math.min(2, (positions.get(position) ?? 0) + ways));
    }
  }

  private resolve(reference: string): SchemaValue {
    return reference === '#' ? this.root : (this.root.definitions as SchemaObject)[reference.slice('#/definitions/'.length)];
  }
}

function membersOf(schema: SchemaObject): [Step, SchemaValue][] {
  const { properties = {}, patternProperties = {}, additionalProperties, items, additionalItems, contains } = schema;
  const except = Object.keys(properties as SchemaObject);
  const members: [Step, SchemaValue | undefined][] = [
    ...Object.entries(properties as SchemaObject).map(([name, member]): [Step, SchemaValue] => [{ kind: 'property', name }, member]),
    ...Object.values(patternProperties as SchemaObject).map((member): [Step, SchemaValue] => [{ kind: 'properties', except: [] }, member]),
    [{ kind: 'properties', except }, additionalProperties],
    ...Array.isArray(items)
      ? items.map((member, index): [Step, SchemaValue] => [{ kind: 'items', from: index, to: index }, member])
      : [[{ kind: 'items', from: 0, to: Infinity }, items] as [Step, SchemaValue]],
    [{ kind: 'items', from: Array.isArray(items) ? items.length : Infinity, to: Infinity }, additionalItems],
    [{ kind: 'items', from: 0, to: Infinity }, contains],
  ];
  return members.filter((member): member is [Step, SchemaValue] => typeof member[1] === 'object');
}

function overlap(a: Step, b: Step): boolean {
  if (a.kind === 'items') {
    return b.kind === 'items' && a.from <= b.to && b.from <= a.to;
  }
  if (b.kind === 'items') {
    return false;
  }
  if (a.kind === 'property') {
    return b.kind === 'property' ? a.name === b.name : !b.except.includes(a.name);
  }
  return b.kind === 'property' ? overlap(b, a) : true;
}
