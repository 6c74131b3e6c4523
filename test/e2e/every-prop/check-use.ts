import { casesFor, ENVIRONMENT } from './cases';
import { checkChangeEvents } from './check-change-events';
import { Failure } from '../../../scripts/lib/command/failure';
import { signInWithOtherClient, tamper } from '../../../scripts/lib/user/foreign-tokens';
import { Journey } from '../../../scripts/lib/user/journey';
import { Tokens } from '../../../scripts/lib/user/sign-in';
import { runCase } from '../../handlers/run-case';
import { Checks } from '../checks';
import { Client } from '../client';
import { UserService } from '../user-service';

type ClientWith = (token: string) => Client;

/** Uses the deployed service at its own domain, as a signed-in user does. */
export async function checkUse(checks: Checks, journey: Journey, tokens: Tokens, eventsQueueUrl: string): Promise<void> {
  const { hostname, pathname } = new URL(journey.profileUrl);
  const clientWith = (token: string) => new Client(journey.aws.endpoint + pathname, token, journey.signal, hostname);
  await checkForeignTokens(checks, journey, tokens, clientWith);

  const client = clientWith(tokens.access_token);
  const service = await UserService.of(journey, client, tokens.access_token, ENVIRONMENT);
  for (const contractCase of casesFor(service.key)) {
    await checks.check(contractCase.name, async () => {
      await service.erase();
      await runCase(contractCase, service.sub, service);
      return `${contractCase.steps.length} requests`;
    }, (requests) => requests);
  }
  await service.erase();
  await checkChangeEvents(checks, journey, client, service.sub, eventsQueueUrl);
  client.close();
}

/** Checks that the gateway rejects every token except the access token of the service's app client. */
async function checkForeignTokens(checks: Checks, journey: Journey, tokens: Tokens, clientWith: ClientWith): Promise<void> {
  await checkStatus(checks, 'GET with an invalid token', clientWith('none'), 401);
  await checkStatus(checks, 'GET with a tampered token', clientWith(tamper(tokens.access_token)), 401);
  const foreignToken = await checks.check(
    'Sign-in with another app client of the same pool',
    async () => signInWithOtherClient(journey),
    () => 'signed in',
  );
  if (foreignToken !== undefined) {
    await checkStatus(checks, 'GET with a token of another app client', clientWith(foreignToken), 401);
  }
  await checkStatus(checks, 'authorizationScopes: GET with the ID token, which has no scopes', clientWith(tokens.id_token), 403);
}

async function checkStatus(checks: Checks, title: string, client: Client, expected: number): Promise<void> {
  await checks.check(title, async () => {
    const { statusCode, body } = await client.send({ method: 'GET' });
    if (statusCode !== expected) {
      throw new Failure(`The service answered ${statusCode} instead of ${expected}: ${body}`);
    }
    return statusCode;
  }, String);
  client.close();
}
