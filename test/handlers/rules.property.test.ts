import fc from 'fast-check';
import { keyOf } from './contract';
import { mediaTypes, mediaTypeTexts, preconditionTexts, tagLists, tags, tagsByHand } from './header-arbitraries';
import { bodyTexts, keptNumbers, keptObjects, numberBodyTexts, texts } from './json-arbitraries';
import { mergePatchByHand, MERGE_PATCH_EXAMPLES, parseByHand, sizeByHand } from './rules-by-hand';
import description from '../../src/api/openapi.json';
import { describeEachLanguage } from '../support/drivers/languages';
import { answerOfNode, Answer, rulesOf } from '../support/drivers/rules-process';

/** The same cases in every run; of a failure fast-check says how to run the one case. */
const SETTINGS = { seed: 20261122, numRuns: 300 };

describeEachLanguage((language) => {
  const ask = rulesOf(language);

  describe('a merge patch', () => {
    const few = keptObjects(fc.constantFrom('a', 'b', 'constructor', '0'));

    test.each(MERGE_PATCH_EXAMPLES)('RFC 7396 appendix A: %j, patched with %j, is %j', async (target, patch, result) => {
      // The API patches objects only, so all of the example is a member of one; null removes it then.
      expect(await ask('mergePatch', { x: target }, { x: patch })).toEqual({ value: patch === null ? {} : { x: result } });
      if (typeof patch === 'object' && patch !== null && !Array.isArray(patch)) {
        expect(await ask('mergePatch', target, patch)).toEqual({ value: result });
      }
    });

    test('does what the pseudo code of RFC 7396 section 2 does', async () => {
      await holds(fc.asyncProperty(fc.oneof(few, fc.constantFrom(null, 1, ['a'])), few, async (target, patch) => {
        expect(await ask('mergePatch', target, patch)).toEqual(asAnswer(mergePatchByHand(target, patch)));
      }));
    });

    test('changes nothing the second time', async () => {
      await holds(fc.asyncProperty(few, few, async (target, patch) => {
        const { value: once } = await ask('mergePatch', target, patch) as { value: unknown };
        expect(await ask('mergePatch', once, patch)).toEqual({ value: once });
      }));
    });
  });

  describe('a body', () => {
    test.each([
      ['of any kind', bodyTexts],
      ['with one number', numberBodyTexts],
    ])('%s is read as JSON is, or refused for what is wrong with it', async (_, bodies) => {
      await holds(fc.asyncProperty(bodies, async (text) => {
        const answer = await ask('readProfileData', text);
        expect(answer).toEqual(answerOfNode('readProfileData', text));
        const expected = parseByHand(text);
        // Brackets are counted before it shows that the text is no JSON.
        expect([expected, isMalformed(expected) && { problem: 'too-deeply-nested' }]).toContainEqual(answer);
      }), { numRuns: 1_500 });
    });

    test('of what is kept is read as what it says', async () => {
      await holds(fc.asyncProperty(keptObjects(), async (object) => {
        expect(await ask('readProfileData', JSON.stringify(object))).toEqual(asAnswer(object));
      }));
    });
  });

  describe('the size in DynamoDB', () => {
    test('of a number is that of its pairs of digits, written out', async () => {
      await holds(fc.asyncProperty(keptNumbers, async (number) => {
        expect(await ask('sizeOf', number)).toEqual({ value: sizeByHand(number) });
      }), { numRuns: 1_000 });
    });

    test('of profile data is the sum of its parts', async () => {
      await holds(fc.asyncProperty(keptObjects(), async (object) => {
        expect(await ask('sizeOf', object)).toEqual({ value: sizeByHand(object) });
      }));
    });
  });

  test('the key of a profile has the partition that the documentation says', async () => {
    const numbers = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 2 ** 31 }));
    await holds(fc.asyncProperty(texts, numbers, async (sub, partitions) => {
      expect(await ask('profileKey', sub, partitions)).toEqual({ value: keyOf(sub, { USER_PARTITIONS: String(partitions) }) });
    }));
  });

  describe('preconditions', () => {
    test('are read as they are written', async () => {
      await holds(fc.asyncProperty(tagLists, async (list) => {
        expect(await ask('parsePreconditions', list.text, undefined)).toEqual({ value: [list.tags, null] });
      }));
    });

    test('are read as RFC 9110 says, or refused', async () => {
      await holds(fc.asyncProperty(preconditionTexts, preconditionTexts, async (ifMatch, ifNoneMatch) => {
        const expected = [ifMatch, ifNoneMatch].map((text) => (text === undefined ? null : tagsByHand(text)));
        expect(await ask('parsePreconditions', ifMatch, ifNoneMatch))
          .toEqual(expected.includes(undefined) ? { problem: 'malformed-precondition' } : { value: expected });
      }), { numRuns: 1_000 });
    });

    test('of the form that the OpenAPI description has are taken', async () => {
      const { pattern } = description.components.schemas.EntityTags;
      await holds(fc.asyncProperty(fc.stringMatching(new RegExp(pattern)), async (text) => {
        expect(await ask('parsePreconditions', text, undefined)).toHaveProperty('value');
      }));
    });

    test('compare strongly in If-Match, weakly in If-None-Match', async () => {
      const version = fc.option(tags.map((tag) => tag.version), { nil: undefined });
      await holds(fc.asyncProperty(tagLists, tagLists, version, async (ifMatch, ifNoneMatch, stored) => {
        expect(await ask('checkPreconditions', ifMatch.text, ifNoneMatch.text, stored)).toEqual({
          value: [
            ifMatch.tags.some((tag) => !tag.weak && tag.version === stored),
            ifNoneMatch.tags.every((tag) => tag.version !== stored),
          ],
        });
      }));
    });

    test('are put to DynamoDB in the same words', async () => {
      await holds(fc.asyncProperty(preconditionTexts, preconditionTexts, async (ifMatch, ifNoneMatch) => {
        expect(await ask('conditionOf', ifMatch, ifNoneMatch)).toEqual(answerOfNode('conditionOf', ifMatch, ifNoneMatch));
      }));
    });
  });

  describe('a Content-Type', () => {
    const refused = { problem: 'unsupported-media-type' };

    test('passes by its type and its charset', async () => {
      await holds(fc.asyncProperty(mediaTypes, async ({ type, parameters, text }) => {
        const isText = parameters.every((parameter) => !/^charset=/i.test(parameter) || /^charset=("?)utf-8\1$/i.test(parameter));
        const isJson = ['application/json', 'text/plain'].includes(type) || /.\+json$/.test(type.split('/')[1]);
        const isPatch = ['application/json', 'application/merge-patch+json'].includes(type);
        expect(await ask('requireJsonType', text)).toEqual(isText && isJson ? { value: null } : refused);
        expect(await ask('requireMergePatchType', text)).toEqual(isText && isPatch ? { value: null } : refused);
      }));
    });

    test('passes or not in every language', async () => {
      await holds(fc.asyncProperty(mediaTypeTexts, async (text) => {
        expect(await ask('requireJsonType', text)).toEqual(answerOfNode('requireJsonType', text));
        expect(await ask('requireMergePatchType', text)).toEqual(answerOfNode('requireMergePatchType', text));
      }), { numRuns: 1_000 });
    });
  });
});

/** The answer with a value as JSON has it, without a minus on zero. */
function asAnswer(value: unknown): Answer {
  return { value: JSON.parse(JSON.stringify(value)) };
}

function isMalformed(answer: Answer): boolean {
  return 'problem' in answer && answer.problem === 'malformed-json';
}

async function holds<T>(property: fc.IAsyncProperty<T>, settings: fc.Parameters<T> = {}): Promise<void> {
  await fc.assert(property, { ...SETTINGS, ...settings } as fc.Parameters<T>);
}
