import { randomUUID } from 'crypto';
import { cpSync, mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { ContractCase, requestOf } from './contract';
import { runCase } from './run-case';
import contract from './schema-contract.json';
import { PayloadFormat } from '../support/client/http-api-event';
import { profileEvent } from '../support/client/profile-client';
import { LocalDynamoDb } from '../support/database/dynamodb';
import { Functions } from '../support/drivers/functions';
import { HandlerProcess } from '../support/drivers/handler-process';
import { describeEachLanguage } from '../support/drivers/languages';
import { codeDirectory, RUNTIMES, synthesize } from '../support/stacks/synth';
import { LocalUserPool } from '../support/user-pool/user-pool';

const CASES = [...contract.cases, ...contract.casesOfAdministrators] as unknown as ContractCase[];

let database: LocalDynamoDb;
let users: LocalUserPool;

beforeAll(async () => {
  database = await LocalDynamoDb.start();
  users = await LocalUserPool.start();
});

afterAll(async () => {
  await users.stop();
  await database.stop();
});

describeEachLanguage((language) => {
  let code: string;
  let environment: Record<string, string>;
  let functions: Functions;

  beforeAll(() => {
    const { stack, template } = synthesize({ runtime: RUNTIMES[language], profileSchema: contract.profileSchema });
    const [{ Properties: create }] = Object.values(template.findResources('AWS::Lambda::Function', { Properties: { Handler: 'profile.replace' } }));
    environment = { ...database.environment, PROFILE_SCHEMA: create.Environment.Variables.PROFILE_SCHEMA };
    code = codeDirectory(stack, create);
    functions = new Functions(language, environment, users, code);
  });

  afterAll(async () => {
    await functions.stop();
  });

  test('the file of the schema is read while the function starts, and not again', async () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'code-'));
    cpSync(code, copy, { recursive: true });
    const started = HandlerProcess.start(language, environment, copy);
    try {
      await started.loaded();
      rmSync(path.join(copy, environment.PROFILE_SCHEMA));
      for (let request = 0; request < 2; request++) {
        const { response } = await started.invoke('replace', profileEvent({ method: 'POST', body: { unknown: true } }, randomUUID()));
        expect(response.statusCode).toBe(422);
      }
    } finally {
      await started.stop();
    }
  });

  describe.each<PayloadFormat>(['2.0', '1.0'])('payload format %s', (format) => {
    test.each(CASES)('$name', async (contractCase) => runCase(contractCase, randomUUID(), {
      environment: database.environment,
      put: (item) => database.put(item),
      send: async (request) => {
        const requestId = randomUUID();
        const { response } = await functions.send(format, requestOf(request, 'text'), request.claims!, requestId);
        return { response, requestId };
      },
    }));
  });
});

test('only the functions that store have the schema', () => {
  const { template } = synthesize({ profileSchema: contract.profileSchema, adminGroup: 'administrators', accountDeletion: true });
  const withSchema = Object.values(template.findResources('AWS::Lambda::Function'))
    .filter(({ Properties }) => Properties.Environment.Variables.PROFILE_SCHEMA === 'schema.json')
    .map(({ Properties }) => Properties.Handler);
  expect(withSchema.sort()).toEqual(['profile.replace', 'profile.update', 'profiles.replace', 'profiles.update']);
});
