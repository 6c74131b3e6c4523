import fc from 'fast-check';

/** Names that are keys of every JavaScript object, need escapes in a pointer, or sort differently by UTF-16 and by code points. */
const NAMES = ['a', 'b', 'ab', 'a/b~', 'constructor', 'valueOf', '\uff5e', '\u{1d4b3}'];
const PATTERNS = ['^a', 'b$', '^.$', '[^a-c]', '\\d{2}', '^\\w+$', '\\s', '^(?:a|bc)+$', '^(?=[^b]*b)[ab]', '^[a-z]+(?:-[a-z]+)*$', '\\u{1d4b3}|\uff5e', '[\\W\\d]'];
const TEXTS = ['', 'a', 'b', 'ab', 'bca', 'b\n', '\u2028', '\u0663\u0663', '12', 'x-y', '\u00a0', '\u00e9', '\uff5e', '\u{1d4b3}', '\u{1d4b3}\u{1d4b3}', '\ufeff'];
const NUMBERS = [0, 1, -1, 1.5, 2, 3, 4, 6, -0, 0.1, 1e-7, 1e15, 2 ** 53 - 1, 3000000000.0000005];
const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

const name = fc.constantFrom(...NAMES);
const count = fc.integer({ min: 0, max: 3 });
const number = fc.constantFrom(...NUMBERS);
const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 4 }));

/** JSON values, with few enough different ones that some are equal. */
function valueWith(...constants: (boolean | null)[]): fc.Arbitrary<unknown> {
  return fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...constants),
      number,
      text,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(name, tie('value'), { maxKeys: 4 }),
    ),
  })).value;
}

export const value = valueWith(null, true, false);
/** What a schema can compare values with. */
const compared = valueWith(true, false);

export const profile = fc.dictionary(name, value, { maxKeys: 5 });

const types = fc.oneof(fc.constantFrom(...TYPES), fc.uniqueArray(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 4 }));
const names = fc.uniqueArray(name, { maxLength: 3 });

const part = fc.letrec<{ schema: unknown; object: object }>((tie) => {
  const schemas = fc.array(tie('schema'), { minLength: 1, maxLength: 3 });
  const asserting = {
    type: types,
    enum: fc.array(compared, { minLength: 1, maxLength: 4 }),
    const: compared,
    minimum: number,
    maximum: number,
    exclusiveMinimum: number,
    exclusiveMaximum: number,
    multipleOf: fc.constantFrom(1, 2, 3),
    minLength: count,
    maxLength: count,
    pattern: fc.constantFrom(...PATTERNS),
    minItems: count,
    maxItems: count,
    uniqueItems: fc.boolean(),
    minProperties: count,
    maxProperties: count,
    required: names,
    items: fc.oneof(tie('schema'), schemas),
    additionalItems: tie('schema'),
    contains: tie('schema'),
    properties: fc.dictionary(name, tie('schema'), { maxKeys: 4 }),
    patternProperties: fc.dictionary(fc.constantFrom(...PATTERNS), tie('schema'), { maxKeys: 2 }),
    additionalProperties: tie('schema'),
    propertyNames: tie('schema'),
    dependencies: fc.dictionary(name, fc.oneof(tie('schema'), names), { maxKeys: 2 }),
    allOf: schemas,
    anyOf: schemas,
    oneOf: schemas,
    not: tie('schema'),
    if: tie('schema'),
    then: tie('schema'),
    else: tie('schema'),
  };
  return {
    // Few keywords each, so that some profiles meet them.
    object: fc.uniqueArray(fc.constantFrom(...Object.keys(asserting) as (keyof typeof asserting)[]), { maxLength: 3 })
      .chain((keywords) => fc.record(Object.fromEntries(keywords.map((keyword) => [keyword, asserting[keyword]])))),
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.boolean(),
      fc.record({ type: types }),
      fc.constantFrom({ $ref: '#' }, { $ref: '#/definitions/one' }, { $ref: '#/definitions/other' }),
      tie('object'),
      tie('object'),
    ),
  };
});

/** Schemas of profiles; some are refused. */
export const schema = fc.record({ root: part.object, one: part.schema, other: part.schema })
  .map(({ root, one, other }) => withoutIdle({ ...root, type: 'object', definitions: { one, other } }) as Record<string, unknown>);

/** Leaves out what does nothing, which is refused. */
function withoutIdle(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) {
    return node;
  }
  if (Array.isArray(node)) {
    return node.map(withoutIdle);
  }
  const kept: Record<string, unknown> = Object.fromEntries(Object.entries(node)
    .map(([key, member]) => [key, key === 'enum' || key === 'const' ? member : withoutIdle(member)]));
  if (!Array.isArray(kept.items)) {
    delete kept.additionalItems;
  }
  if (kept.if === undefined || (kept.then === undefined && kept.else === undefined)) {
    delete kept.if;
    delete kept.then;
    delete kept.else;
  }
  return kept;
}
