import fc from 'fast-check';
import { withSlips } from './json-arbitraries';
import { EntityTag, EntityTags } from '../../src/handlers/nodejs/domain/preconditions';

const space = fc.constantFrom('', '', ' ', '\t', ' \t ');
const separator = fc.tuple(space, fc.constantFrom(',', ',', ',,', ', ,'), space).map((parts) => parts.join(''));

export const tags: fc.Arbitrary<EntityTag> = fc.record({
  weak: fc.boolean(),
  version: fc.oneof(fc.constantFrom('a', 'b', '0', '', 'a,b', '*', 'W/', '\\'), fc.stringMatching(/^[!#-~\u0080-\u00ff]{1,6}$/)),
});

const someTags = fc.oneof(fc.array(tags, { minLength: 1, maxLength: 5 }), fc.array(tags, { minLength: 98, maxLength: 100 }));

/** A list of tags, and ways to write it. */
export const tagLists: fc.Arbitrary<{ readonly tags: readonly EntityTag[]; readonly text: string }> = fc
  .tuple(someTags, separator, fc.boolean(), space)
  .map(([list, between, around, edge]) => {
    const text = edge + list.map(({ weak, version }) => `${weak ? 'W/' : ''}"${version}"`).join(between) + edge;
    return { tags: list, text: around ? between + text + between : text };
  });

/** What may come as If-Match or If-None-Match. */
export const preconditionTexts: fc.Arbitrary<string | undefined> = fc.option(
  withSlips(
    fc.oneof(tagLists.map(({ text }) => text), fc.constantFrom('*', ' *\t', '')),
    ['"', ',', ' ', 'W/', 'w/', '*', '"a"', '\u007f', '\n', 'é', '\u0100'],
  ),
  { nil: undefined },
);

/** Reads a list of tags character by character (RFC 9110 sections 5.6.1 and 8.8.3). */
export function tagsByHand(text: string): EntityTags | undefined {
  if (text.replaceAll(/[ \t]/g, '') === '*') {
    return '*';
  }
  const found: EntityTag[] = [];
  let needsComma = false;
  for (let position = 0; position < text.length;) {
    if (' \t,'.includes(text[position])) {
      needsComma &&= text[position] !== ',';
      position += 1;
      continue;
    }
    const weak = text.startsWith('W/', position);
    const open = position + (weak ? 2 : 0);
    const close = text.indexOf('"', open + 1);
    const version = text.slice(open + 1, close);
    if (needsComma || text[open] !== '"' || close < 0 || [...version].some((character) => !isTagCharacter(character.codePointAt(0)!))) {
      return undefined;
    }
    found.push({ weak, version });
    needsComma = true;
    position = close + 1;
  }
  return found.length >= 1 && found.length <= 100 ? found : undefined;
}

function isTagCharacter(code: number): boolean {
  return code > 0x20 && code < 0x100 && code !== 0x7f;
}

const charsets = fc.constantFrom('utf-8', 'UTF-8', '"utf-8"', '"Utf-8"', 'latin1', '"utf-16"', 'utf8', '"utf\\-8"');
const parameters = fc.oneof(
  fc.tuple(fc.constantFrom('charset', 'Charset'), charsets).map((parts) => parts.join('=')),
  fc.constantFrom('', 'x=y', 'x="a;charset=latin1"', 'q="\\""'),
);

/** A Content-Type that is formed well: the type in lower case, its parameters, and ways to write it. */
export const mediaTypes: fc.Arbitrary<{ readonly type: string; readonly parameters: readonly string[]; readonly text: string }> = fc
  .tuple(
    fc.constantFrom(
      'application/json', 'text/plain', 'application/merge-patch+json', 'application/vnd.api+json',
      'text/html', 'image/svg+xml', 'a/+json', 'application/json+x',
    ),
    fc.array(parameters, { maxLength: 3 }),
    space,
    fc.boolean(),
  )
  .map(([type, list, edge, upper]) => ({
    type,
    parameters: list,
    text: (upper ? type.toUpperCase() : type) + list.map((parameter) => `${edge};${edge}${parameter}`).join('') + edge,
  }));

/** What may come as a Content-Type. */
export const mediaTypeTexts: fc.Arbitrary<string | undefined> = fc.option(
  withSlips(mediaTypes.map(({ text }) => text), [';', '=', '"', '/', ' ', ',', 'charset', 'utf-8', '\\', '\n', '\u00e9']),
  { nil: undefined },
);
