import { randomUUID } from 'crypto';
import { ContractCase, HANDLERS, requestOf } from './contract';
import { runCase } from './run-case';
import contract from './schema-contract.json';
import { httpApiEvent, PayloadFormat } from '../support/client/http-api-event';
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
  let handlers: HandlerProcess;

  beforeAll(() => {
    const { stack, template } = synthesize({ runtime: RUNTIMES[language], profileSchema: contract.profileSchema });
    const [{ Properties: create }] = Object.values(template.findResources('AWS::Lambda::Function', { Properties: { Handler: 'profile.replace' } }));
    const environment = { ...database.environment, PROFILE_SCHEMA: create.Environment.Variables.PROFILE_SCHEMA };
    handlers = HandlerProcess.start(language, environment, codeDirectory(stack, create));
  });

  afterAll(async () => {
    await handlers.stop();
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
