import { createHash } from 'crypto';
import fc from 'fast-check';
import { describeEachLanguage } from '../support/drivers/languages';
import { answerOfNode, rulesOf } from '../support/drivers/rules-process';

/** The same cases in every run; of a failure fast-check says how to run the one case. */
const SETTINGS = { seed: 20261129, numRuns: 300 };
const TABLE = 'Profiles';
const PARTITIONS = 40;
const UUID = '0123abcd-4567-89ef-0123-456789abcdef';

/** Characters that one language may take for a space, a digit, a line end or a letter, and another not. */
const odd = fc.constantFrom(...' \t\n\r\u000b\u001c\u0085\u00a0\u1680\u180e\u2003\u2028\u3000\ufeff\u0661\u{1f600}\ud800[]:,=-_+/');
const oddText = fc.string({ unit: fc.oneof(odd, fc.constantFrom(...'aA09é')), maxLength: 12 });
/** The text, with something put into it, taken out of it, or at its end. */
const damaged = (text: string) => fc.tuple(fc.nat(text.length), fc.nat(2), oddText).map(([at, removed, added]) => (
  text.slice(0, at) + added + text.slice(at + removed)
));

describeEachLanguage((language) => {
  const ask = rulesOf(language);

  test('the groups are those between the brackets', async () => {
    const name = fc.string({ unit: fc.constantFrom(...'aZ0é語\u{1f600}.[]"'), minLength: 1, maxLength: 5 });
    await fc.assert(fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 4 }), async (names) => {
      expect(await ask('parseGroups', `[${names.join(' ')}]`)).toEqual({ value: names });
    }), SETTINGS);
  });

  test.each(['', '[]', '[ ]', 'a', '[a', 'a]', '[a  b]', '[ a]', '[a ]', '[a]\n', '[a\tb]', '[a\u00a0b]', '[a,b] ', ['a'], null, 5])('%j is no list of groups', async (claim) => {
    expect(await ask('parseGroups', claim)).toEqual({ value: [] });
  });

  test('a claim with any other space or control character has no groups', async () => {
    const claims = fc.oneof(oddText, oddText.map((text) => `[${text}]`), damaged('[a bc]'));
    await fc.assert(fc.asyncProperty(claims, async (claim) => {
      const names = claim.slice(1, -1).split(' ');
      const isList = claim.startsWith('[') && claim.endsWith(']') && names.every((name) => name !== '' && !/[\p{Cc}\p{Z}]/u.test(name));
      expect(await ask('parseGroups', claim)).toEqual({ value: isList ? names : [] });
    }), SETTINGS);
  });

  test('a sub is a UUID in lower case, all of the text', async () => {
    for (const text of [UUID.toUpperCase(), `${UUID}\n`, ` ${UUID}`, UUID.replace('1', '\u0661'), '', 5]) {
      expect(await ask('isSub', text)).toEqual({ value: false });
    }
    await fc.assert(fc.asyncProperty(fc.oneof(fc.uuid(), damaged(UUID)), async (text) => {
      const isSub = [...text].every((character) => '0123456789abcdef-'.includes(character))
        && text.split('-').map(({ length }) => length).join() === '8,4,4,4,12';
      expect(await ask('isSub', text)).toEqual({ value: isSub });
    }), SETTINGS);
  });

  test('a limit is a number from 1 to 100, without more', async () => {
    for (let limit = 1; limit <= 100; limit++) {
      expect(await ask('limitOf', String(limit))).toEqual({ value: limit });
    }
    expect(await ask('limitOf', undefined)).toEqual({ value: 50 });
    await fc.assert(fc.asyncProperty(fc.oneof(oddText, damaged('10'), fc.integer().map(String)), async (text) => {
      const limit = Number(text);
      const isLimit = String(limit) === text && Number.isInteger(limit) && limit >= 1 && limit <= 100;
      expect(await ask('limitOf', text)).toEqual(isLimit ? { value: limit } : { problem: 'malformed-limit' });
    }), SETTINGS);
  });

  describe('a cursor', () => {
    const after = fc.option(fc.oneof(fc.uuid(), fc.string({ unit: 'binary', maxLength: 250 })), { nil: null });

    test('has the checksum and the position, in Base64url, and leads back to it', async () => {
      await fc.assert(fc.asyncProperty(fc.nat(PARTITIONS - 1), after, async (partition, sub) => {
        const text = sub === null ? `${partition}` : `${partition}:${sub}`;
        const checksum = createHash('sha256').update(`${TABLE}:${PARTITIONS}:${text}`).digest().subarray(0, 8);
        const cursor = Buffer.concat([checksum, Buffer.from(text)]).toString('base64url');
        expect(await ask('cursorOf', partition, sub ?? undefined, TABLE, PARTITIONS)).toEqual({ value: cursor });
        expect(await ask('positionOf', cursor, TABLE, PARTITIONS)).toEqual({ value: [partition, sub] });
      }), SETTINGS);
    });

    test('of the start of a partition is not that of an empty sub', async () => {
      const [start, empty] = await Promise.all([undefined, ''].map(async (sub) => answerOfNode('cursorOf', 3, sub, TABLE, PARTITIONS)));
      expect(start).not.toEqual(empty);
    });

    test.each([['another table', 'Others', PARTITIONS], ['another number of partitions', TABLE, PARTITIONS + 1]])('of %s is malformed', async (_, table, partitions) => {
      const { value } = answerOfNode('cursorOf', 3, UUID, table, partitions) as { value: string };
      expect(await ask('positionOf', value, TABLE, PARTITIONS)).toEqual({ problem: 'malformed-cursor' });
    });

    test.each([['a partition that there is not', PARTITIONS, UUID], ['a sub that is too long', 3, 'a'.repeat(1020)]])('of %s is malformed', async (_, partition, sub) => {
      const { value } = answerOfNode('cursorOf', partition, sub, TABLE, PARTITIONS) as { value: string };
      expect(await ask('positionOf', value, TABLE, PARTITIONS)).toEqual({ problem: 'malformed-cursor' });
    });

    test('that is damaged in any way is malformed', async () => {
      const { value } = answerOfNode('cursorOf', 3, UUID, TABLE, PARTITIONS) as { value: string };
      await fc.assert(fc.asyncProperty(fc.oneof(damaged(value), oddText, fc.base64String()), async (text) => {
        fc.pre(text !== value);
        expect(await ask('positionOf', text, TABLE, PARTITIONS)).toEqual({ problem: 'malformed-cursor' });
      }), SETTINGS);
    });
  });
});
