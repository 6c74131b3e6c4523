import { isEqual } from './equality';
import { matches } from './pattern';
import type { Validation } from './validation';
import type { CompiledSchema, Index } from '../../../../profile-schema/document';
import type { Automaton } from '../../../../profile-schema/pattern/automaton';
import type { JsonObject, JsonValue } from '../json';

/** Checks a value, and adds violations to `validation`. */
export type Check = (value: any, validation: Validation) => boolean;

export const KINDS = ['array', 'boolean', 'null', 'number', 'object', 'string'] as const;
/** The types of values that keywords distinguish. */
export type Kind = typeof KINDS[number];

/** The checks of a schema, by type of value. */
export type Checks = Record<Kind, Check[]>;

export function kindOf(value: JsonValue): Kind {
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? 'array' : typeof value as Kind;
}

/** Applies the schema at an index to a value. */
export type Apply = (index: Index, value: JsonValue, validation: Validation) => boolean;

/** Makes the checks of a schema, except for `$ref` and `allOf`. The type comes first, because its check is the fastest. */
export function checksOf(schema: CompiledSchema, patterns: readonly Automaton[], apply: Apply): Checks {
  const checks = Object.fromEntries(KINDS.map((kind) => [kind, typeChecks(schema, kind)])) as Record<Kind, Check[]>;
  const add = (concerned: Kind | 'any', check: Check) => {
    (concerned === 'any' ? KINDS : [concerned]).forEach((kind) => checks[kind].push(check));
  };
  const context = { schema, patterns, apply };
  for (const keyword of Object.keys(schema).filter((name) => name in KEYWORDS)) {
    const [concerned, makeCheck] = KEYWORDS[keyword];
    add(concerned, makeCheck(context));
  }
  if (schema.properties || schema.patternProperties || schema.additionalProperties !== undefined) {
    add('object', propertiesCheck(context));
  }
  return checks;
}

interface Context {
  readonly schema: CompiledSchema;
  readonly patterns: readonly Automaton[];
  readonly apply: Apply;
}

type MakeCheck = (context: Context) => Check;

function typeChecks({ type }: CompiledSchema, kind: Kind): Check[] {
  if (type === undefined || type.includes(kind)) {
    return [];
  }
  const isInteger = kind === 'number' && type.includes('integer');
  return [(value, validation) => (isInteger && Number.isInteger(value)) || validation.fail('type')];
}

/** A keyword that checks a value without subschemas. */
function assertion<T>(keyword: keyof CompiledSchema, test: (value: T, operand: any) => boolean): MakeCheck {
  return ({ schema }) => {
    const operand = schema[keyword];
    return (value, validation) => test(value, operand) || validation.fail(keyword);
  };
}

/** A keyword that tries subschemas without reporting their violations. */
function trial(
  keyword: keyof CompiledSchema,
  test: (value: any, operand: any, meets: (part: JsonValue, index: Index) => boolean) => boolean,
): MakeCheck {
  return ({ schema, apply }) => {
    const operand = schema[keyword];
    return (value, validation) =>
      test(value, operand, (part, index) => apply(index, part, validation.trial)) || validation.fail(keyword);
  };
}

/** The keywords, each with the type of value that it applies to. */
const KEYWORDS: Readonly<Record<string, readonly [Kind | 'any', MakeCheck]>> = {
  anyOf: ['any', trial('anyOf', (value, indexes: Index[], meets) => indexes.some((index) => meets(value, index)))],
  const: ['any', assertion('const', isEqual)],
  contains: ['array', trial('contains', (items: JsonValue[], index, meets) => items.some((item) => meets(item, index)))],
  dependencies: ['object', dependenciesCheck],
  enum: ['any', enumCheck],
  exclusiveMaximum: ['number', assertion('exclusiveMaximum', (value: number, limit) => value < limit)],
  exclusiveMinimum: ['number', assertion('exclusiveMinimum', (value: number, limit) => value > limit)],
  false: ['any', assertion('false', () => false)],
  if: ['any', ifCheck],
  items: ['array', itemsCheck],
  maxItems: ['array', assertion('maxItems', (items: JsonValue[], limit) => items.length <= limit)],
  maxLength: ['string', assertion('maxLength', (text: string, limit) => codePointsOf(text) <= limit)],
  maxProperties: ['object', assertion('maxProperties', (value: JsonObject, limit) => Object.keys(value).length <= limit)],
  maximum: ['number', assertion('maximum', (value: number, limit) => value <= limit)],
  minItems: ['array', assertion('minItems', (items: JsonValue[], limit) => items.length >= limit)],
  minLength: ['string', assertion('minLength', (text: string, limit) => codePointsOf(text) >= limit)],
  minProperties: ['object', assertion('minProperties', (value: JsonObject, limit) => Object.keys(value).length >= limit)],
  minimum: ['number', assertion('minimum', (value: number, limit) => value >= limit)],
  multipleOf: ['number', assertion('multipleOf', (value: number, step) => value % step === 0)],
  not: ['any', trial('not', (value, index, meets) => !meets(value, index))],
  oneOf: ['any', trial('oneOf', (value, indexes: Index[], meets) => indexes.filter((index) => meets(value, index)).length === 1)],
  pattern: ['string', ({ schema, patterns }) => {
    const automaton = patterns[schema.pattern!];
    return (text, validation) => matches(automaton, text) || validation.fail('pattern');
  }],
  propertyNames: ['object', trial('propertyNames', (value: JsonObject, index, meets) => Object.keys(value).every((name) => meets(name, index)))],
  required: ['object', ({ schema }) => (value: JsonObject, validation) =>
    every(schema.required!, validation, (name) => Object.hasOwn(value, name) || validation.fail('required', name))],
  uniqueItems: ['array', ({ schema }) => (items: JsonValue[], validation) => !schema.uniqueItems
    || new Set(items.map((item) => validation.equalityClasses.of(item))).size === items.length
    || validation.fail('uniqueItems')],
};

/** Like `Array.every`, but continues after a failure while there is more to report. */
function every<T>(parts: Iterable<T>, validation: Validation, test: (part: T) => boolean): boolean {
  let isMet = true;
  for (const part of parts) {
    if (!test(part)) {
      isMet = false;
      if (validation.isOver) {
        break;
      }
    }
  }
  return isMet;
}

function enumCheck({ schema }: Context): Check {
  const scalars = new Set(schema.enum);
  const others = schema.enum!.filter((value) => typeof value === 'object' && value !== null);
  return (value, validation) =>
    scalars.has(value) || others.some((other) => isEqual(value, other)) || validation.fail('enum');
}

function ifCheck({ schema, apply }: Context): Check {
  return (value, validation) => {
    const branch = apply(schema.if!, value, validation.trial) ? schema.then : schema.else;
    return branch === undefined || apply(branch, value, validation);
  };
}

function dependenciesCheck({ schema, apply }: Context): Check {
  const dependencies = new Map(Object.entries(schema.dependencies!));
  return (value: JsonObject, validation) => every(validation.namesOf(value), validation, (name) => {
    const dependency = dependencies.get(name);
    if (dependency === undefined) {
      return true;
    }
    return typeof dependency === 'number'
      ? apply(dependency, value, validation)
      : dependency.every((other) => Object.hasOwn(value, other)) || validation.fail('dependencies');
  });
}

function itemsCheck({ schema, apply }: Context): Check {
  const { items, additionalItems } = schema;
  const positional = typeof items === 'number' ? [] : items!;
  const rest = typeof items === 'number' ? items : additionalItems;
  return (value: JsonValue[], validation) => {
    const isShort = rest !== false || value.length <= positional.length || validation.fail('additionalItems');
    const areMet = every(value.entries(), validation, ([position, item]) => {
      const index = positional[position] ?? rest;
      return typeof index !== 'number' || applyToMember(apply, index, item, position, validation);
    });
    return isShort && areMet;
  };
}

function propertiesCheck({ schema, patterns, apply }: Context): Check {
  const { properties = {}, patternProperties = [], additionalProperties } = schema;
  const listed = new Map(Object.entries(properties));
  const additional = typeof additionalProperties === 'number' ? [additionalProperties] : [];
  return (value: JsonObject, validation) => every(validation.namesOf(value), validation, (name) => {
    const ofName = listed.get(name);
    const ofPatterns = patternProperties.filter(([pattern]) => matches(patterns[pattern], name)).map(([, index]) => index);
    const indexes = ofName === undefined ? ofPatterns : [ofName, ...ofPatterns];
    if (indexes.length === 0 && additionalProperties === false) {
      return validation.fail('additionalProperties', name);
    }
    return every(indexes.length === 0 ? additional : indexes, validation, (index) => applyToMember(apply, index, value[name], name, validation));
  });
}

function applyToMember(apply: Apply, index: Index, member: JsonValue, key: string | number, validation: Validation): boolean {
  validation.enter(key);
  const isMet = apply(index, member, validation);
  validation.leave();
  return isMet;
}

/** The length of a string in code points, as JSON Schema defines it. */
function codePointsOf(text: string): number {
  let count = 0;
  for (const _ of text) {
    count += 1;
  }
  return count;
}
