import { randomUUID } from 'crypto';
import { FailingDynamoDb, FAILURES } from './failing-dynamodb';
import { describeEachFile } from './languages';
import { recipeEnvironment } from './recipe-environment';
import { triggerEvent } from './trigger';
import { profileKey } from '../../../src/handlers/nodejs/store/profile-key';
import { ProfileClient } from '../../support/client/profile-client';
import { HandlerProcess } from '../../support/drivers/handler-process';
import { deployed } from '../../support/drivers/languages';
import { runRecipe } from '../../support/drivers/recipe-function';

/** Cognito waits 5 seconds, which the start of the function is part of. */
const LIMIT_SECONDS = 4;

describeEachFile({ nodejs: 'sign-up/create-profile.mjs', python: 'sign-up-python/create_profile.py' }, (file) => {
  const service = deployed('nodejs');
  let user: ProfileClient;
  let environment: Record<string, string>;

  beforeEach(() => {
    user = new ProfileClient(service.processes);
    environment = recipeEnvironment(service.database.endpoint, service.database.tableName);
  });

  test('creates a profile as the service stores it', async () => {
    const event = triggerEvent('PostConfirmation_ConfirmSignUp', user.sub);
    const { responses, log } = await runRecipe(file, [event], environment);

    expect(responses).toEqual([event]);
    expect(log).toBe('');
    const item = (await service.table.get(user.sub))!;
    expect(item).toEqual({
      ...profileKey(user.sub, 1),
      profile_data: { plan: 'free' },
      version: expect.stringMatching(/^[0-9a-f]{32}$/),
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      updated_at: item.created_at,
    });
    const { status, etag } = await user.send({ method: 'GET' });
    expect({ status, etag }).toEqual({ status: 200, etag: `"${item.version}"` });
    expect((await user.send({ method: 'PATCH', body: { name: 'Ada' }, headers: { 'If-Match': etag! } })).status).toBe(200);
  });

  test('takes the name of an identity provider', async () => {
    await runRecipe(file, [triggerEvent('PostConfirmation_ConfirmSignUp', user.sub, { name: 'Ada Lovelace' })], environment);
    expect((await service.table.get(user.sub))!.profile_data).toEqual({ plan: 'free', name: 'Ada Lovelace' });
  });

  test('stores the profile where a service with several partitions finds it', async () => {
    const partitioned = recipeEnvironment(service.database.endpoint, service.database.tableName, 16);
    await runRecipe(file, [triggerEvent('PostConfirmation_ConfirmSignUp', user.sub)], partitioned);
    const handlers = HandlerProcess.start('nodejs', { ...service.database.environment, USER_PARTITIONS: '16' });
    try {
      const { status, profile } = await new ProfileClient([handlers], user.sub).send({ method: 'GET' });
      expect({ status, data: profile?.profile_data }).toEqual({ status: 200, data: { plan: 'free' } });
    } finally {
      await handlers.stop();
    }
  });

  test('creates once what is delivered three times', async () => {
    const event = triggerEvent('PostConfirmation_ConfirmSignUp', user.sub);
    await runRecipe(file, [event], environment);
    const first = await service.table.get(user.sub);
    const { responses, log } = await runRecipe(file, [event, event], environment);

    expect(responses).toEqual([event, event]);
    expect(log).toBe('');
    expect(await service.table.get(user.sub)).toEqual(first);
  });

  test('keeps what the user has changed, at a password reset and at a late delivery', async () => {
    await user.send({ method: 'POST', body: { name: 'Ada' } });
    const before = await service.table.get(user.sub);
    const events = [
      triggerEvent('PostConfirmation_ConfirmForgotPassword', user.sub),
      triggerEvent('PostConfirmation_ConfirmSignUp', user.sub),
    ];
    const { responses, log } = await runRecipe(file, events, environment);

    expect(responses).toEqual(events);
    expect(log).toBe('');
    expect(await service.table.get(user.sub)).toEqual(before);
  });

  test('creates no profile at a password reset', async () => {
    await runRecipe(file, [triggerEvent('PostConfirmation_ConfirmForgotPassword', user.sub)], environment);
    expect(await service.table.get(user.sub)).toBeUndefined();
  });

  test('leaves an erased account erased', async () => {
    const { pk, sk } = profileKey(user.sub, 1);
    const tombstone = { pk: { S: pk }, sk: { S: sk }, erased_at: { S: '2026-01-01T00:00:00.000Z' }, expires_at: { N: '1767312000' } };
    await service.database.put(tombstone);
    const { log } = await runRecipe(file, [triggerEvent('PostConfirmation_ConfirmSignUp', user.sub)], environment);

    expect(log).toBe('');
    expect(await service.database.get(user.sub)).toEqual(tombstone);
  });

  test.each(Object.keys(FAILURES))('logs, and lets the user sign up in time, if DynamoDB %s', async (failure) => {
    const sub = randomUUID();
    const event = triggerEvent('PostConfirmation_ConfirmSignUp', sub);
    const dynamodb = await FailingDynamoDb.start(FAILURES[failure]);
    try {
      const { responses, log, seconds } = await runRecipe(file, [event], recipeEnvironment(dynamodb.endpoint));
      expect(responses).toEqual([event]);
      expect(log).toMatch(new RegExp(`^profile-not-created ${sub} \\w+\\n$`));
      expect(seconds).toBeLessThan(LIMIT_SECONDS);
    } finally {
      await dynamodb.stop();
    }
  });

  test('logs, and lets the user sign up, if DynamoDB is not there', async () => {
    const dynamodb = await FailingDynamoDb.start(FAILURES.fails);
    const { endpoint } = dynamodb;
    await dynamodb.stop();
    const event = triggerEvent('PostConfirmation_ConfirmSignUp');
    const { responses, log } = await runRecipe(file, [event], recipeEnvironment(endpoint));

    expect(responses).toEqual([event]);
    expect(log).toContain('profile-not-created');
  });
});
