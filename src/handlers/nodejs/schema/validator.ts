import Ajv, { _, AnySchemaObject, CodeKeywordDefinition, ErrorObject, FuncKeywordDefinition, KeywordCxt } from 'ajv';
import { canonicalText, memberPointer } from './json-value';
import type { JsonObject, JsonValue } from '../rules/json';

/** A keyword that is not met, and by which part of the profile. */
export interface UnmetKeyword {
  readonly pointer: string;
  readonly keyword: string;
}

/** Judges profiles by a schema. */
export type Validator = (profile: JsonObject) => UnmetKeyword[];

/** Keywords that try schemas out; which of those fail is no fault of the profile, so only the keyword itself is reported. */
const TRYING = ['anyOf', 'contains', 'oneOf', 'propertyNames'];

/** Without the comparison of objects that trips over keys like `valueOf`. */
export const UNIQUE_ITEMS: FuncKeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  validate: (unique: boolean, items: JsonValue[]) => !unique || areUnique(items),
};

/**
 * Keywords that are judged here in both languages, because their validators would not judge all values the same, trip over
 * keys like `valueOf`, or take time that grows with the square of the items.
 */
const OWN: FuncKeywordDefinition[] = [
  { keyword: 'const', compile: (value: JsonValue) => isOneOf([value]) },
  { keyword: 'enum', schemaType: 'array', compile: (values: JsonValue[]) => isOneOf(values) },
  { keyword: 'multipleOf', type: 'number', schemaType: 'number', validate: (step: number, value: number) => value % step === 0 },
  { keyword: 'pattern', type: 'string', schemaType: 'string', compile: matches },
  UNIQUE_ITEMS,
];

/** Makes a validator of a schema that the construct has checked. */
export function compileValidator(schema: JsonObject): Validator {
  const ajv = new Ajv({
    allErrors: true,
    // To optimize takes as long as to compile, and a function judges a few profiles only.
    code: { optimize: false },
    // A profile may have keys like `constructor`, and lack them.
    ownProperties: true,
    messages: false,
    meta: false,
    strict: false,
    validateSchema: false,
  });
  for (const keyword of TRYING) {
    replace(ajv, withoutInnerErrors(ajv.getKeyword(keyword) as CodeKeywordDefinition));
  }
  for (const definition of OWN) {
    replace(ajv, definition);
  }
  ajv.addKeyword({ keyword: 'false', validate: () => false });
  const validate = ajv.compile(schema);
  return (profile) => {
    validate(profile);
    return (validate.errors ?? []).flatMap(toUnmetKeyword);
  };
}

function replace(ajv: Ajv, definition: CodeKeywordDefinition | FuncKeywordDefinition): void {
  ajv.removeKeyword(definition.keyword as string).addKeyword(definition);
}

function withoutInnerErrors(definition: CodeKeywordDefinition): CodeKeywordDefinition {
  return {
    ...definition,
    trackErrors: true,
    code(cxt: KeywordCxt, ruleType) {
      const report = cxt.error.bind(cxt);
      cxt.error = (append, ...rest) => {
        cxt.reset();
        report(append, ...rest);
      };
      if (definition.keyword === 'contains') {
        // Of an empty list the definition would say what it said of the last list before, as its variable is left from there.
        cxt.gen.if(_`${cxt.data}.length === 0`, () => cxt.error(false, { min: _`1` }), () => definition.code(cxt, ruleType));
      } else {
        definition.code(cxt, ruleType);
      }
    },
  };
}

/** Names the property where one is missing or not allowed; a failed `if` is reported by what its branch has reported. */
function toUnmetKeyword({ instancePath, keyword, params }: ErrorObject): UnmetKeyword[] {
  switch (keyword) {
    case 'if': return [];
    case 'required': return [{ pointer: memberPointer(instancePath, params.missingProperty), keyword }];
    case 'additionalProperties': return [{ pointer: memberPointer(instancePath, params.additionalProperty), keyword }];
    default: return [{ pointer: instancePath, keyword }];
  }
}

function isOneOf(values: JsonValue[]): (value: JsonValue) => boolean {
  const texts = new Set(values.map(canonicalText));
  return (value) => texts.has(canonicalText(value));
}

function areUnique(items: JsonValue[]): boolean {
  return new Set(items.map(canonicalText)).size === items.length;
}

/** A text that is too long anyway is not matched, so that `maxLength` bounds the time that a pattern takes. */
function matches(pattern: string, { maxLength = Infinity }: AnySchemaObject): (text: string) => boolean {
  const expression = new RegExp(pattern, 'u');
  return (text) => isLonger(text, maxLength) || expression.test(text);
}

function isLonger(text: string, codePoints: number): boolean {
  return text.length > codePoints && [...text].length > codePoints;
}
