import { randomUUID } from 'crypto';
import { BodyEncoding, ContractCase, ContractRequest, requestOf } from './contract';
import { runCase } from './run-case';
import { PayloadFormat } from '../support/client/http-api-event';
import { HttpApiResponse } from '../support/drivers/handler-process';
import { Deployed } from '../support/drivers/languages';

/**
 * Runs a case on the functions of a service. Each run has a user of its own, so that no case sees another's profile.
 *
 * @param look is called with each answer
 */
export async function runOnFunctions(
  service: Deployed,
  contractCase: ContractCase,
  format: PayloadFormat,
  encoding: BodyEncoding,
  look: (request: ContractRequest, response: HttpApiResponse) => void = () => undefined,
): Promise<void> {
  const { database, users, functions } = service;
  const tableName = contractCase.ownTable ? await database.createAnotherTable() : database.tableName;
  const environment = { ...database.environment, DYNAMODB_TABLE: tableName, ...contractCase.environment };
  await runCase(contractCase, (contractCase.sub ?? '${sub}').replace('${sub}', randomUUID()), {
    environment,
    put: async (item) => database.put(item, tableName),
    accounts: { add: (user) => users.add(user), has: (sub) => users.has(sub), item: async (key) => database.getItem(key, tableName) },
    send: async (request) => {
      const requestId = randomUUID();
      const { response } = await functions.send(format, requestOf(request, encoding), request.claims!, requestId, environment);
      look(request, response);
      return { response, requestId };
    },
  });
}
