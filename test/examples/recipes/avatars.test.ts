import { recipeEnvironment } from './recipe-environment';
import { profileKey } from '../../../src/handlers/nodejs/store/profile-key';
import { httpApiEvent } from '../../support/client/http-api-event';
import { ProfileClient } from '../../support/client/profile-client';
import { deployed, describeWithPython } from '../../support/drivers/languages';
import { runRecipe } from '../../support/drivers/recipe-function';

const BUCKET = 'acme-avatars';

describeWithPython('avatars/avatars.py', () => {
  const service = deployed('nodejs');
  let user: ProfileClient;

  beforeEach(async () => {
    user = new ProfileClient(service.processes);
    await user.send({ method: 'POST', body: {} });
  });

  test('signs a form for the key of the user, one type, 1 MiB and a minute', async () => {
    const { statusCode, headers, body } = await send('POST', { type: 'image/png', key: 'avatars/other' });

    expect({ statusCode, headers }).toEqual({ statusCode: 200, headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' } });
    const { key, url, fields } = JSON.parse(body);
    expect({ key, url }).toEqual({ key: `avatars/${user.sub}`, url: `https://${BUCKET}.s3.eu-west-1.amazonaws.com/` });
    expect(fields).toMatchObject({ 'key': key, 'Content-Type': 'image/png', 'x-amz-algorithm': 'AWS4-HMAC-SHA256' });
    const { expiration, conditions } = JSON.parse(Buffer.from(fields.policy, 'base64').toString());
    expect(conditions).toEqual(expect.arrayContaining([
      ['content-length-range', 1, 1_048_576],
      { 'Content-Type': 'image/png' },
      { bucket: BUCKET },
      { key },
    ]));
    const seconds = (Date.parse(expiration) - Date.now()) / 1_000;
    expect(seconds).toBeGreaterThan(30);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  test.each([undefined, 'image/svg+xml', 'text/html', 'image/'])('signs no form for the type %s', async (type) => {
    expect(await send('POST', type === undefined ? undefined : { type })).toEqual({ statusCode: 415 });
  });

  test('signs a URL of the Region for the key of the user', async () => {
    const url = new URL(JSON.parse((await send('GET')).body).url);
    expect(url.origin + url.pathname).toBe(`https://${BUCKET}.s3.eu-west-1.amazonaws.com/avatars/${user.sub}`);
    expect(url.searchParams.get('X-Amz-Expires')).toBe('60');
    expect(url.searchParams.has('X-Amz-Signature')).toBe(true);
  });

  test.each(['POST', 'GET', 'DELETE'])('has nothing for a user without a profile: %s', async (method) => {
    await user.send({ method: 'DELETE' });
    expect(await send(method, { type: 'image/png' })).toEqual({ statusCode: 404 });
  });

  test.each(['POST', 'GET', 'DELETE'])('has nothing for an erased account, whose token is still valid: %s', async (method) => {
    const { pk, sk } = profileKey(user.sub, 1);
    await service.database.put({ pk: { S: pk }, sk: { S: sk }, erased_at: { S: '2026-01-01T00:00:00.000Z' }, expires_at: { N: '1767312000' } });
    expect(await send(method, { type: 'image/png' })).toEqual({ statusCode: 404 });
  });

  test('finds the profile of a service with several partitions', async () => {
    const { pk, sk } = profileKey(user.sub, 16);
    await user.send({ method: 'DELETE' });
    await service.database.put({ pk: { S: pk }, sk: { S: sk }, profile_data: { M: {} } });
    expect((await send('GET', undefined, 16)).statusCode).toBe(200);
  });

  async function send(method: string, queryStringParameters?: Record<string, string>, userPartitions = 1): Promise<any> {
    const { endpoint, tableName } = service.database;
    const { AWS_ENDPOINT_URL, ...environment } = recipeEnvironment(endpoint, tableName, userPartitions);
    const event = { ...httpApiEvent('2.0', { method }, { sub: user.sub }, 'request'), ...queryStringParameters && { queryStringParameters } };
    const { responses } = await runRecipe('avatars/avatars.py', [event], {
      ...environment,
      AWS_ENDPOINT_URL_DYNAMODB: AWS_ENDPOINT_URL,
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_REGION: 'eu-west-1',
      BUCKET,
    });
    return responses[0];
  }
});
