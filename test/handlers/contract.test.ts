import { randomUUID } from 'crypto';
import { BodyEncoding, CASES, ContractCase, expectResponse, forUser, forVersions, HANDLERS, hasTextBody, itemOf, keyOf, requestOf } from './contract';
import { LocalDynamoDb } from '../support/dynamodb';
import { HandlerProcess } from '../support/handler-process';
import { httpApiEvent, PayloadFormat } from '../support/http-api-event';
import { describeEachLanguage } from '../support/languages';

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
    handlers = HandlerProcess.start(language, database.environment);
  });

  afterAll(async () => {
    await handlers.stop();
  });

  describe.each<PayloadFormat>(['2.0', '1.0'])('payload format %s', (format) => {
    test.each(CASES)('$name', (contractCase) => check(contractCase, format, 'base64'));
    test.each(CASES.filter(hasTextBody))('$name, body as text', (contractCase) => check(contractCase, format, 'text'));
  });

  /** Each run has a user of its own, so that no case sees another's profile. */
  async function check(contractCase: ContractCase, format: PayloadFormat, encoding: BodyEncoding): Promise<void> {
    const sub = (contractCase.sub ?? '${sub}').replace('${sub}', randomUUID());
    const { given, steps } = forUser({ given: contractCase.given, steps: contractCase.steps }, sub);
    if (given) {
      await database.put(itemOf(given));
    }
    const environment = { ...database.environment, ...contractCase.environment };
    const versions: string[] = [];
    for (const step of steps) {
      const { request, response } = forVersions(step, versions);
      const requestId = randomUUID();
      const event = httpApiEvent(format, requestOf(request, encoding), request.claims ?? { sub }, requestId);
      const invocation = await handlers.invoke(HANDLERS[request.method], event, environment);
      expectResponse(invocation.response, response, keyOf(sub, environment), requestId);
      if (invocation.response.statusCode === 200) {
        versions.push(JSON.parse(invocation.response.body!).version);
      }
    }
  }
});
