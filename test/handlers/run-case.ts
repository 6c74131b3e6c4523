import { AttributeValue } from '@aws-sdk/client-dynamodb';
import { ContractCase, ContractRequest, expectResponse, forUser, forVersions, itemOf, keyOf } from './contract';
import { HttpApiResponse } from '../support/drivers/handler-process';

/** The service that a case of the contract runs against. */
export interface Service {
  readonly environment: Record<string, string>;

  /** Stores an item unchanged. */
  put(item: Record<string, AttributeValue>): Promise<void>;

  /** Sends a request of the user. A problem must have the returned request ID. */
  send(request: ContractRequest, sub: string): Promise<{ response: HttpApiResponse; requestId: string }>;
}

/** Runs a case for a user, and checks every response against the contract. */
export async function runCase(contractCase: ContractCase, sub: string, service: Service): Promise<void> {
  const { given, steps } = forUser({ given: contractCase.given, steps: contractCase.steps }, sub);
  if (given) {
    await service.put(itemOf(given));
  }
  const versions: string[] = [];
  for (const step of steps) {
    const { request, response: expected } = forVersions(step, versions);
    const { response, requestId } = await service.send(request, sub);
    expectResponse(response, expected, keyOf(sub, service.environment), requestId);
    if (response.statusCode === 200) {
      versions.push(JSON.parse(response.body!).version);
    }
  }
}
