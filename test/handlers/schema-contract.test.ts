import { randomUUID } from 'crypto';
import { cpSync, mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { ContractCase, HANDLERS, requestOf } from './contract';
import { runCase } from './run-case';
import contract from './schema-contract.json';
import { httpApiEvent, PayloadFormat } from '../support/client/http-api-event';
import { profileEvent } from '../support/client/profile-client';
import { LocalDynamoDb } from '../support/database/dynamodb';
import { HandlerProcess } from '../support/drivers/handler-process';
import { describeEachLanguage } from '../support/drivers/languages';
import { codeDirectory, RUNTIMES, synthesize } from '../support/stacks/synth';

const CASES = contract.cases as unknown as ContractCase[];

let database: LocalDynamoDb;

beforeAll(async () => {
  database = await LocalDynamoDb.start();
});

afterAll(async () => {
  await database.stop();
});

describeEachLanguage((language) => {
  let code: string;
  let environment: Record<string, string>;
  let handlers: HandlerProcess;

  beforeAll(() => {
    const { stack, template } = synthesize({ runtime: RUNTIMES[language], profileSchema: contract.profileSchema });
    const [{ Properties: create }] = Object.values(template.findResources('AWS::Lambda::Function', { Properties: { Handler: 'profile.replace' } }));
    environment = { ...database.environment, PROFILE_SCHEMA: create.Environment.Variables.PROFILE_SCHEMA };
    code = codeDirectory(stack, create);
    handlers = HandlerProcess.start(language, environment, code);
  });

  afterAll(async () => {
    await handlers.stop();
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
      send: async (request, sub) => {
        const requestId = randomUUID();
        const event = httpApiEvent(format, requestOf(request, 'text'), { sub }, requestId);
        return { response: (await handlers.invoke(HANDLERS[request.method], event)).response, requestId };
      },
    }));
  });
});

test('only the functions that store have the schema', () => {
  const { template } = synthesize({ profileSchema: contract.profileSchema });
  const withSchema = Object.values(template.findResources('AWS::Lambda::Function'))
    .filter(({ Properties }) => Properties.Environment.Variables.PROFILE_SCHEMA === 'schema.json')
    .map(({ Properties }) => Properties.Handler);
  expect(withSchema.sort()).toEqual(['profile.replace', 'profile.update']);
});
