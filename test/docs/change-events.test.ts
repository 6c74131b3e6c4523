import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { section } from './markdown';
import { publisher } from '../support/change-events/publisher';
import { sequenceNumber, streamRecord, TABLE_ARN } from '../support/change-events/stream-records';

const DOCUMENT = 'docs/change-events.md';

describe('the schema of the events', () => {
  const [sample, schema] = [...section(DOCUMENT, 'The events').matchAll(/^```json\n([^]*?)^```$/gm)].map(([, json]) => JSON.parse(json));
  const validate = addFormats(new Ajv({ strict: true })).compile(schema);

  test('accepts the sample', () => {
    expect(validate(sample)).toBe(true);
  });

  test.each([
    ['a value of the profile', { ...sample, detail: { ...sample.detail, name: 'Ann' } }],
    ['another kind', { ...sample, 'detail-type': 'Profile Read' }],
    ['no version', { ...sample, detail: { sub: sample.detail.sub } }],
  ])('refuses an event with %s', (_, event) => {
    expect(validate(event)).toBe(false);
  });
});

describe('the command that publishes the changes of a dead letter', () => {
  const service = publisher('nodejs');
  const [, program] = section(DOCUMENT, 'When publishing fails').match(/node -p '([^']+)' \\\n {2}"\$STREAM_ARN" "\$END_SEQUENCE_NUMBER"/)!;

  test('makes a batch of what the AWS CLI reads from the stream, of the profiles up to the last record', async () => {
    const records = ['ann', 'bob', 'eve', 'kim'].map((sub, index) => asCliPrints(streamRecord({ sub, after: { version: { S: 'v1' } } }, index)));
    records[1].dynamodb.Keys = { pk: { S: 'ORDERS#1' }, sk: { S: 'ORDER#1' } };
    const directory = mkdtempSync(path.join(tmpdir(), 'records-'));
    writeFileSync(path.join(directory, 'records.json'), JSON.stringify({ Records: records, NextShardIterator: 'next' }));
    const batch = execFileSync(process.execPath, ['-p', program, `${TABLE_ARN}/stream/2026-11-22T16:00:00.000`, sequenceNumber(2)], {
      cwd: directory, encoding: 'utf-8',
    });
    rmSync(directory, { recursive: true });

    const { response } = await service.publish(JSON.parse(batch).Records);
    expect(response).toEqual({ batchItemFailures: [] });
    expect(service.bus.accepted).toEqual([0, 2].map((index) => expect.objectContaining({
      Time: streamRecord({ sub: 'any', after: {} }, index).dynamodb.ApproximateCreationDateTime,
      Resources: [TABLE_ARN],
    })));
    expect(service.bus.accepted.map(({ Detail }) => JSON.parse(Detail).sub)).toEqual(['ann', 'eve']);
  });
});

/** A record as the AWS CLI prints it: without the ARN of the stream, and with the time as text in the time zone of the machine. */
function asCliPrints({ eventSourceARN: _, ...record }: Record<string, any>): Record<string, any> {
  const { ApproximateCreationDateTime: seconds, ...dynamodb } = record.dynamodb;
  const time = new Date(1000 * (seconds + 3600)).toISOString().replace('.000Z', '+01:00');
  return { ...record, dynamodb: { ApproximateCreationDateTime: time, ...dynamodb } };
}
