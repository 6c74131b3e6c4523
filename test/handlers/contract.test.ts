import { randomUUID } from 'crypto';
import { BodyEncoding, byAdministrator, CASES, ContractCase, hasTextBody, OPTIONAL_CASES, requestOf } from './contract';
import { runCase } from './run-case';
import { PayloadFormat } from '../support/client/http-api-event';
import { deployed, describeEachLanguage } from '../support/drivers/languages';

const ALL_CASES = [...CASES, ...OPTIONAL_CASES];

describeEachLanguage((language) => {
  const service = deployed(language);

  describe.each<PayloadFormat>(['2.0', '1.0'])('payload format %s', (format) => {
    test.each(ALL_CASES)('$name', (contractCase) => check(contractCase, format, 'base64'));
    test.each(ALL_CASES.filter(hasTextBody))('$name, body as text', (contractCase) => check(contractCase, format, 'text'));
  });

  test.each(byAdministrator(CASES))('$name', (contractCase) => check(contractCase, '2.0', 'base64'));

  /** Each run has a user of its own, so that no case sees another's profile. */
  async function check(contractCase: ContractCase, format: PayloadFormat, encoding: BodyEncoding): Promise<void> {
    const { database, users, functions } = service;
    const tableName = contractCase.ownTable ? await database.createAnotherTable() : database.tableName;
    const environment = { ...database.environment, DYNAMODB_TABLE: tableName, ...contractCase.environment };
    await runCase(contractCase, (contractCase.sub ?? '${sub}').replace('${sub}', randomUUID()), {
      environment,
      put: (item) => database.put(item, tableName),
      accounts: { add: (user) => users.add(user), has: (sub) => users.has(sub), item: (key) => database.getItem(key, tableName) },
      send: async (request) => {
        const requestId = randomUUID();
        const { response } = await functions.send(format, requestOf(request, encoding), request.claims!, requestId, environment);
        return { response, requestId };
      },
    });
  }
});
