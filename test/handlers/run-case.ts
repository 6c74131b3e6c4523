import { AttributeValue } from '@aws-sdk/client-dynamodb';
import { ContractCase, expectResponse, forUser, forVersions, itemOf, keyOf } from './contract';
import { HttpApiResponse } from '../support/drivers/handler-process';

export type ContractRequest = ContractCase['steps'][number]['request'];

/** What a case of the contract runs against. */
export interface Service {
  readonly environment: Record<string, string>;

  /** Stores an item as it is. */
  put(item: Record<string, AttributeValue>): Promise<void>;

  /** Sends a request of the user; the request id is the one that a problem is to name. */
  send(request: ContractRequest, sub: string): Promise<{ response: HttpApiResponse; requestId: string }>;
}

/** Runs a case for a user, and checks every answer against the contract. */
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
