import { execFile } from 'child_process';
import { randomUUID } from 'crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { promisify } from 'util';
import { HANDLERS, ProfileRequest, profileEvent } from '../support/client/profile-client';
import { InstantDynamoDb } from '../support/database/instant-dynamodb';
import { describeWithPython } from '../support/drivers/languages';
import { documentOf } from '../support/drivers/schema-process';
import { pythonInterpreter } from '../support/setup/python';

const DRIVERS = path.join(__dirname, '..', 'support', 'drivers');
const ASSETS = path.join(__dirname, '..', '..', 'assets', 'handlers', 'python');
/** What the SDK must read of DynamoDB, of more than 400 services. */
const SDK_FILES = [
  'botocore/dynamodb/2012-08-10/endpoint-rule-set-1.json.gz',
  'botocore/partitions.json',
  'botocore/sdk-default-configuration.json',
];
const POST: ProfileRequest = { method: 'POST', body: { name: 'Ann' } };
const TIMEOUT_MS = 60_000;

interface Load {
  readonly modules: readonly string[];
  /** Files without code, relative to the handlers or to the data of the SDK. */
  readonly files: readonly string[];
  readonly threads: number;
}

/** Runs a driver with the Python of the tests. */
async function run(driver: string, args: readonly string[], environment: Record<string, string>, input = ''): Promise<string[]> {
  const running = promisify(execFile)(pythonInterpreter(), ['-B', path.join(DRIVERS, driver), ...args], {
    env: { PATH: process.env.PATH, ...environment },
  });
  running.child.stdin!.end(input);
  return (await running).stdout.trim().split('\n');
}

describeWithPython('The Python handlers', () => {
  let directory: string;
  let database: InstantDynamoDb;

  beforeAll(async () => {
    database = await InstantDynamoDb.start();
    directory = mkdtempSync(path.join(tmpdir(), 'python-handlers-'));
    cpSync(ASSETS, directory, { recursive: true });
    const schema = documentOf({ type: 'object', properties: { name: { type: 'string' } } });
    writeFileSync(path.join(directory, 'schema.json'), JSON.stringify(schema));
  });

  afterAll(async () => {
    rmSync(directory, { recursive: true });
    await database.stop();
  });

  /** Loads the handlers, and sends them so many requests. */
  async function load(request: ProfileRequest, requests: number, environment: Record<string, string> = {}): Promise<Load> {
    const event = JSON.stringify(profileEvent(request, randomUUID()));
    const args = [directory, HANDLERS[request.method], String(requests)];
    return JSON.parse((await run('load_driver.py', args, { ...database.environment, ...environment }, event)).at(-1)!);
  }

  test('load of boto3, of the validator and of the client of Amazon Cognito nothing that they do not use', async () => {
    const { modules } = await load(POST, 1);
    expect(modules).toContain('botocore.client');
    expect(modules.filter((name) => /^(boto3|s3transfer|user_pool)\b|^domain\.schema\.(?!deployed_schema$)/.test(name))).toEqual([]);
  });

  test('load all code before the first request, so that it is as fast as later ones', async () => {
    const [before, after] = await Promise.all([load(POST, 0), load(POST, 1)]);
    expect(after.modules).toEqual(before.modules);
  });

  test('make all calls on one thread, which lasts', async () => {
    const loads = await Promise.all([load(POST, 0), load(POST, 3)]);
    expect(loads.map(({ threads }) => threads)).toEqual([2, 2]);
  });

  test('read the data of DynamoDB only', async () => {
    const { files } = await load(POST, 1);
    expect(files.filter((file) => file.startsWith('botocore/'))).toEqual(SDK_FILES);
  });

  test('read the profile schema once, with the texts of violations', async () => {
    const { files, modules } = await load(POST, 2, { PROFILE_SCHEMA: 'schema.json' });
    expect(modules).toContain('domain.schema.validator');
    expect(files.filter((file) => file.startsWith('handlers/'))).toEqual([
      'handlers/schema.json', 'handlers/shared/problems.json', 'handlers/shared/schema-details.json',
    ]);
  });

  test('call DynamoDB as the SDK does by itself, in every partition', async () => {
    const rows = (await run('calls_driver.py', [directory], {})).map((line) => JSON.parse(line));
    expect(rows.length).toBeGreaterThan(20);
    for (const [region, settings, own, bySdk] of rows) {
      const expected = bySdk.map(({ 'amz-sdk-invocation-id': _, 'amz-sdk-request': __, ...sdk }: Record<string, string>) => sdk);
      expect({ region, settings, calls: own }).toEqual({ region, settings, calls: expected });
    }
    expect(rows[0][2]).toMatchObject(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'].map((operation) => (
      { 'x-amz-target': `DynamoDB_20120810.${operation}`, 'x-amz-security-token': 'token' }
    )));
  }, TIMEOUT_MS);
});
