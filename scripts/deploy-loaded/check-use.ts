import { casesFor, ENVIRONMENT } from './cases';
import { Checks } from './checks';
import { runCase } from '../../test/handlers/run-case';
import { Client } from '../contract-http/client';
import { UserService } from '../contract-http/user-service';
import { Failure } from '../local/failure';
import { Journey } from '../local/journey';
import { Tokens } from '../local/sign-in';

/** Uses the deployed service at its domain as a signed-in user does. */
export async function checkUse(checks: Checks, journey: Journey, { access_token, id_token }: Tokens): Promise<void> {
  const { hostname, pathname } = new URL(journey.profileUrl);
  const clientWith = (token: string) => new Client(journey.aws.endpoint + pathname, token, journey.signal, hostname);

  await checkStatus(checks, 'GET with what is no token', clientWith('none'), 401);
  await checkStatus(checks, 'authorizationScopes: GET with the id token, which has no scope', clientWith(id_token), 403);

  const client = clientWith(access_token);
  const service = await UserService.of(journey, client, access_token, ENVIRONMENT);
  for (const contractCase of casesFor(service.key)) {
    await checks.check(contractCase.name, async () => {
      await service.erase();
      await runCase(contractCase, service.sub, service);
      return `${contractCase.steps.length} requests`;
    }, (requests) => requests);
  }
  client.close();
}

async function checkStatus(checks: Checks, title: string, client: Client, expected: number): Promise<void> {
  await checks.check(title, async () => {
    const { statusCode, body } = await client.send({ method: 'GET' });
    if (statusCode !== expected) {
      throw new Failure(`answered ${statusCode} instead of ${expected}: ${body}`);
    }
    return statusCode;
  }, String);
  client.close();
}
