import { AttributeValue } from '@aws-sdk/client-dynamodb';
import { ListClient, Page } from '../support/client/list-client';
import { deployed, describeEachLanguage } from '../support/drivers/languages';

/** The limit of the response of a Lambda function, in bytes. */
const MAX_RESPONSE_BYTES = 6 * 1024 * 1024;
/** The size of the profiles of a page in DynamoDB, in bytes. */
const MAX_PAGE_BYTES = 512 * 1024;
/** The largest item of DynamoDB, but for its key. */
const MAX_ITEM_BYTES = 400 * 1024 - 200;
const TIMEOUT_MS = 60_000;

describeEachLanguage((language) => {
  const service = deployed(language);

  test('a page has 50 profiles by default, and 100 at most', async () => {
    const list = await listOf(times(101, () => ({ M: {} })));
    expect(lengths(await list.readAll())).toEqual([50, 50, 1]);
    expect(lengths(await list.readAll([100]))).toEqual([100, 1]);
    expect(lengths(await list.readAll([99, 100]))).toEqual([99, 2]);
    expect(subsOf(await list.readAll([7]))).toEqual(times(101, subOf));
  }, TIMEOUT_MS);

  test('a page ends before its profiles get too large', async () => {
    // Each with its structure: the map, the name and the text.
    const size = MAX_PAGE_BYTES / 8;
    const fitting = { M: { a: { S: 'x'.repeat(size - 3 - 2) } } };
    expect(lengths(await (await listOf(times(17, () => fitting))).readAll([100]))).toEqual([8, 8, 1]);
    const larger = { M: { a: { S: 'x'.repeat(size - 3 - 1) } } };
    expect(lengths(await (await listOf(times(17, () => larger))).readAll([100]))).toEqual([7, 7, 3]);
  }, TIMEOUT_MS);

  test('a profile that is too large for a page has one of its own', async () => {
    const large = { M: { a: { S: 'x'.repeat(MAX_ITEM_BYTES) } } };
    const small = { M: {} };
    const pages = await (await listOf([small, large, large, small, small])).readAll([100]);
    expect(lengths(pages)).toEqual([2, 3]);
    expect(subsOf(pages)).toEqual(times(5, subOf));
  }, TIMEOUT_MS);

  test('a page of profiles that take most in JSON fits into the response of a function', async () => {
    // A control character has one byte in DynamoDB and six in JSON.
    const costly = { M: { a: { S: '\u0001'.repeat(65_000) } } };
    const list = await listOf(times(10, () => costly));
    const { body } = await list.request({ limit: 100 });
    // Lambda encodes the response of the handler, in which the body is a string, as JSON: each backslash is two bytes.
    expect(Buffer.byteLength(JSON.stringify({ body }))).toBeLessThan(MAX_RESPONSE_BYTES);
    expect(lengths(await list.readAll([100]))).toEqual([8, 2]);
  }, TIMEOUT_MS);

  test('tombstones do not keep a page from going on', async () => {
    const tableName = await service.database.createAnotherTable();
    await Promise.all(times(120, async (n) => service.database.put(
      n === 119 ? { ...keyOf(n), profile_data: { M: {} } } : { ...keyOf(n), erased_at: { S: 't' }, expires_at: { N: '1' } }, tableName,
    )));
    const list = new ListClient(service.functions, { DYNAMODB_TABLE: tableName });
    // A page makes 100 queries at most.
    expect(lengths(await list.readAll([1]))).toEqual([0, 1, 0]);
    expect(lengths(await list.readAll([100]))).toEqual([1]);
  }, TIMEOUT_MS);

  /** Stores profiles with these data in a table of their own. */
  async function listOf(profiles: readonly AttributeValue[]): Promise<ListClient> {
    const tableName = await service.database.createAnotherTable();
    await Promise.all(profiles.map(async (data, n) => service.database.put({ ...keyOf(n), profile_data: data }, tableName)));
    return new ListClient(service.functions, { DYNAMODB_TABLE: tableName });
  }
});

function times<T>(length: number, make: (n: number) => T): T[] {
  return Array.from({ length }, (_, n) => make(n));
}

function subOf(n: number): string {
  return `00000000-0000-0000-0000-${String(n).padStart(12, '0')}`;
}

function keyOf(n: number): Record<string, AttributeValue> {
  return { pk: { S: 'USERS#ALL' }, sk: { S: `USER#${subOf(n)}` } };
}

function lengths(pages: readonly Page[]): number[] {
  return pages.map(({ profiles }) => profiles.length);
}

function subsOf(pages: readonly Page[]): string[] {
  return pages.flatMap(({ profiles }) => profiles.map(({ sk }) => sk.slice('USER#'.length)));
}
