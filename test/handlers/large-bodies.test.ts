import { ContractResponse, expectResponse } from './contract';
import { ProblemCode } from '../../src/handlers/nodejs/domain/problem';
import { httpApiEvent, RequestBody } from '../support/client/http-api-event';
import { deployed, describeEachLanguage } from '../support/drivers/languages';

/** The largest event that Lambda takes is 6 MB. */
const MEGABYTE = 1_000_000;
const LARGEST_BODY = 5.9 * MEGABYTE;
/** The largest `maxProfileSize`, and the largest body that is read then. */
const MAX_PROFILE_SIZE = 384 * 1024;
const LARGEST_READ = 6 * MAX_PROFILE_SIZE;

/**
 * A handler takes less CPU time than so many calibrations of its process. It takes at most five, so a slow or busy machine passes. Time
 * that grows with the square of the length takes thousands.
 */
const MAX_UNITS = 10;

const malformedBase64 = (bytes: number) => `${base64(' '.repeat(bytes)).slice(0, -1)}!`;
const BODY_OF_4_4_MB = ' '.repeat(4.4 * MEGABYTE);

/** Bodies, with the problem that each is refused for. */
const REFUSED: readonly (readonly [string, ProblemCode, RequestBody])[] = [
  ['4.4 MB in base64', 'body-too-large', { base64: base64(BODY_OF_4_4_MB) }],
  ['4.4 MB in base64 with junk at its start', 'body-too-large', { base64: `!${base64(BODY_OF_4_4_MB).slice(1)}` }],
  ['4.4 MB in base64 with junk at its end', 'body-too-large', { base64: malformedBase64(4.4 * MEGABYTE) }],
  ['nothing but padding', 'body-too-large', { base64: '='.repeat(LARGEST_BODY) }],
  ['text', 'body-too-large', { text: 'a'.repeat(LARGEST_BODY) }],
  ['text with a lone surrogate', 'body-too-large', { text: `${'a'.repeat(LARGEST_BODY)}\ud800` }],
  ['text of few characters with many bytes', 'body-too-large', { text: '\u20ac'.repeat(LARGEST_READ / 3 + 1) }],
  ['one byte more than is read', 'body-too-large', { base64: base64(' '.repeat(LARGEST_READ + 1)) }],
  ['as much base64 as is read', 'malformed-json', { base64: base64(' '.repeat(LARGEST_READ)) }],
  ['as much base64 as is read with junk at its end', 'malformed-encoding', { base64: malformedBase64(LARGEST_READ) }],
  ['as much text as is read with a lone surrogate', 'malformed-encoding', { text: `${' '.repeat(LARGEST_READ - 3)}\ud800` }],
  ['opening brackets', 'too-deeply-nested', { text: '['.repeat(LARGEST_READ) }],
  ['closing brackets', 'malformed-json', { text: ']'.repeat(LARGEST_READ) }],
  ['pairs of brackets', 'malformed-json', { text: '[]'.repeat(LARGEST_READ / 2) }],
  ['brackets as deep as is read', 'malformed-json', { text: filled('', '['.repeat(31) + ']'.repeat(31), '') }],
  ['quotes', 'malformed-json', { text: '"'.repeat(LARGEST_READ) }],
  ['quotes around brackets', 'malformed-json', { text: filled('', '"["', '') }],
  ['quotes between brackets', 'too-deeply-nested', { text: filled('', '"[', '') }],
  ['quotes that are not closed', 'malformed-json', { text: filled('{"a":"', '\\"', '') }],
  ['backslashes', 'malformed-json', { text: '\\'.repeat(LARGEST_READ) }],
  ['escaped quotes', 'profile-too-large', { text: filled('{"a":"', '\\"', '"}') }],
  ['escaped backslashes', 'profile-too-large', { text: filled('{"a":"', '\\\\', '"}') }],
  ['escaped quotes and brackets', 'profile-too-large', { text: filled('{"a":"', '\\"[{', '"}') }],
  ['letters of three bytes', 'profile-too-large', { text: filled('{"a":"', '\u20ac', '"}') }],
];

describeEachLanguage((language) => {
  const service = deployed(language);
  let maxCpuSeconds: number;

  beforeAll(async () => {
    maxCpuSeconds = MAX_UNITS * await service.handlers.calibrate();
  });

  test.each(REFUSED)('a large body is refused in linear time: %s, %s', (_, problem, body) => check(body, { problem }));

  test.each(['text', 'base64'] as const)('the largest body is kept, as %s', async (encoding) => {
    // An escape takes six bytes of the body, and one in the table.
    const length = MAX_PROFILE_SIZE - 5;
    const text = `{"a":"${'\\u0041'.repeat(length)}"}`.padEnd(LARGEST_READ);
    await check(encoding === 'text' ? { text } : { base64: base64(text) }, { profile: { a: 'A'.repeat(length) } });
  });

  async function check(body: RequestBody, expected: ContractResponse): Promise<void> {
    const environment = { ...service.database.environment, MAX_PROFILE_SIZE: String(MAX_PROFILE_SIZE) };
    const event = httpApiEvent('2.0', { method: 'POST', body }, { sub: 'user' }, 'request');
    const { response, usage } = await service.handlers.invoke('replace', event, environment);
    expectResponse(response, expected, 'user', environment, 'request');
    expect(usage.cpuSeconds).toBeLessThan(maxCpuSeconds);
  }
});

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** As many repetitions between the two ends as are read. */
function filled(start: string, part: string, end: string): string {
  return start + part.repeat((LARGEST_READ - start.length - end.length) / Buffer.byteLength(part)) + end;
}
