import { FailingDynamoDb, FAILURES } from './failing-dynamodb';
import { describeEachFile } from './languages';
import { recipeEnvironment } from './recipe-environment';
import { triggerEvent } from './trigger';
import { profileKey } from '../../../src/handlers/nodejs/store/profile-key';
import { ProfileClient } from '../../support/client/profile-client';
import { deployed } from '../../support/drivers/languages';
import { runRecipe } from '../../support/drivers/recipe-function';

/** Cognito waits 5 seconds, which the start of the function is part of. */
const LIMIT_SECONDS = 4;

describeEachFile({ nodejs: 'tokens/add-claims.mjs', python: 'tokens-python/add_claims.py' }, (file) => {
  const service = deployed('nodejs');
  let user: ProfileClient;
  let environment: Record<string, string>;

  beforeEach(() => {
    user = new ProfileClient(service.processes);
    environment = recipeEnvironment(service.database.endpoint, service.database.tableName);
  });

  test('adds the plan to the access token, and to no other', async () => {
    await user.send({ method: 'POST', body: { plan: 'paid', name: 'Ada' } });
    const event = triggerEvent('TokenGeneration_HostedAuth', user.sub);
    const { responses, log } = await runRecipe(file, [event], environment);

    expect(log).toBe('');
    const added = { claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: { plan: 'paid' } } } };
    expect(responses).toEqual([{ ...event, response: added }]);
  });

  test('reads the profile of a service with several partitions', async () => {
    const key = profileKey(user.sub, 16);
    await service.database.put({ pk: { S: key.pk }, sk: { S: key.sk }, profile_data: { M: { plan: { S: 'paid' } } } });
    const partitioned = recipeEnvironment(service.database.endpoint, service.database.tableName, 16);
    const { responses } = await runRecipe(file, [triggerEvent('TokenGeneration_HostedAuth', user.sub)], partitioned);
    expect(responses[0].response.claimsAndScopeOverrideDetails.accessTokenGeneration.claimsToAddOrOverride).toEqual({ plan: 'paid' });
  });

  test.each([
    ['there is no profile', undefined],
    ['the profile has no plan', { profile_data: { M: { name: { S: 'Ada' } } } }],
    ['the plan is no string', { profile_data: { M: { plan: { N: '1' } } } }],
    ['the profile is no object', { profile_data: { L: [{ S: 'plan' }] } }],
    ['the account is erased', { erased_at: { S: '2026-01-01T00:00:00.000Z' } }],
  ])('adds nothing if %s', async (_, attributes) => {
    const { pk, sk } = profileKey(user.sub, 1);
    if (attributes) {
      await service.database.put({ pk: { S: pk }, sk: { S: sk }, ...attributes as any });
    }
    const event = triggerEvent('TokenGeneration_HostedAuth', user.sub);
    expect(await runRecipe(file, [event], environment)).toMatchObject({ responses: [event], log: '' });
  });

  test.each(Object.keys(FAILURES))('logs, and lets the user sign in in time, if DynamoDB %s', async (failure) => {
    const event = triggerEvent('TokenGeneration_HostedAuth', user.sub);
    const dynamodb = await FailingDynamoDb.start(FAILURES[failure]);
    try {
      const { responses, log, seconds } = await runRecipe(file, [event], recipeEnvironment(dynamodb.endpoint));
      expect(responses).toEqual([event]);
      expect(log).toMatch(new RegExp(`^claims-not-added ${user.sub} \\w+\\n$`));
      expect(seconds).toBeLessThan(LIMIT_SECONDS);
    } finally {
      await dynamodb.stop();
    }
  });
});
