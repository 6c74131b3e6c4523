import fc from 'fast-check';
import { mediaTypeTexts, preconditionTexts } from './header-arbitraries';
import { withSlips } from './json-arbitraries';
import { describeEachLanguage } from '../support/drivers/languages';
import { answerOfNode, rulesOf } from '../support/drivers/rules-process';

/** The same cases in every run; of a failure fast-check says how to run the one case. */
const SETTINGS = { seed: 20261122, numRuns: 1_500 };

/** The grammars as regular expressions, which repeat too much for long texts, and are short and clear for short ones. */
const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const QUOTED_STRING = '"(?:[\\t !#-[\\]-~\\x80-\\xff]|\\\\[\\t -~\\x80-\\xff])*"';
const PARAMETER = `;[ \\t]*(?:(${TOKEN})=(${TOKEN}|${QUOTED_STRING})[ \\t]*)?`;
const CONTENT_TYPE = new RegExp(`^(${TOKEN}/${TOKEN})[ \\t]*((?:${PARAMETER})*)$`);
const JSON_TYPE = /^(?:application\/json|text\/plain|[^/]+\/[^/]+\+json)$/;
const MERGE_PATCH_TYPE = /^application\/(?:merge-patch\+)?json$/;
const ENTITY_TAG = '(?:W/)?"[!#-~\\x80-\\xff]*"';
const ENTITY_TAGS = new RegExp(`^[ \\t]*(?:${ENTITY_TAG}[ \\t]*)?(?:,[ \\t]*(?:${ENTITY_TAG}[ \\t]*)?)*$`);
const ANY_TAG = /^[ \t]*\*[ \t]*$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Parts of the grammars, and what is not part of any, in any order. */
const headerTexts = fc.array(fc.constantFrom(
  'a', 'text/plain', 'application/json', 'application/merge-patch+json', 'x/y+json', '/', '+json', 'charset', 'utf-8', 'UTF-8',
  ';', '=', '"', '"a"', 'W/', 'W/"a"', ',', '*', '\\', '\\"', ' ', '\t', '\u007f', '\u0080', '\u00ff', '\u0100', '\ud800', '\n', '', '~', '!', '[', ']',
), { maxLength: 8 }).map((parts) => parts.join(''));

/** The same inside of quotes, with characters at the edges of what may be there. */
const quotedTexts = fc.array(fc.constantFrom(
  'a', '\\', '\\', '"', ';', ' ', '\t', '\n', '\u0000', '\u001f', '!', '#', '[', ']', '~', '\u007f', '\u0080', '\u00ff', '\u0100', '\ud800',
), { maxLength: 4 }).map((parts) => `"${parts.join('')}"`);
const quotedParameters = quotedTexts.map((text) => `application/json;a=${text}`);

describeEachLanguage((language) => {
  const ask = rulesOf(language);

  test('a Content-Type is read by its grammar', async () => {
    await holds(fc.oneof(headerTexts, quotedParameters, mediaTypeTexts), async (text) => {
      for (const [rule, type, missing] of [['requireJsonType', JSON_TYPE, true], ['requireMergePatchType', MERGE_PATCH_TYPE, false]] as const) {
        const passes = text === undefined ? missing : isMediaType(text, type);
        expect(await ask(rule, text)).toEqual(passes ? { value: null } : { problem: 'unsupported-media-type' });
      }
    });
  });

  test('entity tags are read by their grammar', async () => {
    await holds(fc.oneof(headerTexts, quotedTexts, preconditionTexts), async (text) => {
      const tags = tagsOf(text);
      expect(await ask('parsePreconditions', text, undefined))
        .toEqual(tags === undefined ? { problem: 'malformed-precondition' } : { value: [tags, null] });
    });
  });

  test('base64 is decoded by its grammar', async () => {
    const valid = fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString('base64'));
    const soup = fc.array(fc.constantFrom('A', 'z', '0', '9', '+', '/', '=', '=', 'AAAA'), { maxLength: 10 }).map((parts) => parts.join(''));
    const junk = ['', '=', 'A', 'B', '/', '-', '_', ' ', '\n', '\u0000', '\u0080', '\u0141', '\ud83d\ude00', '\ud800', '@', '[', '`', '{', ':', '.', ','];
    await holds(withSlips(fc.oneof(valid, soup), junk), async (text) => {
      const bytes = Buffer.from(text, 'base64');
      expect(await ask('decodeBase64', text)).toEqual(BASE64.test(text) ? { value: bytes.toString('hex') } : { problem: 'malformed-encoding' });
      expect(await ask('decodedLength', text)).toEqual(BASE64.test(text) ? { value: bytes.length } : answerOfNode('decodedLength', text));
    });
  });

  test('brackets are counted outside of strings', async () => {
    const texts = fc.array(fc.constantFrom(
      '[', '{', ']', '}', '[[[[[[[[', '{{{{{{{{', '[{[{[{[{[{[{[{[{', ']]]]', '"', '"', '"', '\\', '\\', '\\"', '\\\\', '\u00e9', '\u0100', '\ud83d\ude00', 'a',
    ), { maxLength: 16 }).map((parts) => parts.join(''));
    await holds(texts, async (text) => {
      const answer = await ask('readProfileData', text);
      expect(answer).toEqual(answerOfNode('readProfileData', text));
      expect('problem' in answer && answer.problem === 'too-deeply-nested').toBe(depthOf(text) > 31);
    });
  });
});

function isMediaType(text: string, accepted: RegExp): boolean {
  const [, type, parameters] = CONTENT_TYPE.exec(text) ?? [];
  return type !== undefined && accepted.test(type.toLowerCase()) && [...parameters.matchAll(new RegExp(PARAMETER, 'g'))]
    .every(([, name, value]) => name?.toLowerCase() !== 'charset' || /^"?utf-8"?$/i.test(value));
}

function tagsOf(text: string | undefined): unknown {
  if (text === undefined) {
    return null;
  }
  if (ANY_TAG.test(text)) {
    return '*';
  }
  const tags = ENTITY_TAGS.test(text) ? text.match(new RegExp(ENTITY_TAG, 'g')) ?? [] : [];
  return tags.length < 1 || tags.length > 100
    ? undefined
    : tags.map((tag) => ({ weak: tag.startsWith('W/'), version: tag.replace(/^(?:W\/)?"|"$/g, '') }));
}

/** The depth that the text reaches, where brackets in strings do not count. */
function depthOf(text: string): number {
  const brackets = text.replaceAll(/\\[\\"]/g, '').replaceAll(/"[^"]*(?:"|$)/g, '').replaceAll(/[^[\]{}]/g, '');
  let depth = 0;
  return Math.max(0, ...[...brackets].map((bracket) => depth += '[{'.includes(bracket) ? 1 : -1));
}

async function holds<T>(texts: fc.Arbitrary<T>, check: (text: T) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(texts, check), SETTINGS);
}
