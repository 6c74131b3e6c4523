import { randomUUID } from 'crypto';
import { Claims, HttpApiEvent, httpApiEvent, HttpRequest, PayloadFormat } from '../support/client/http-api-event';
import { ADMIN_GROUP } from '../support/drivers/functions';
import { deployed, describeEachLanguage } from '../support/drivers/languages';

const ACTOR = randomUUID();
const SUBJECT = randomUUID();
const ADMINISTRATOR = { 'sub': ACTOR, 'username': 'ann', 'cognito:groups': `[${ADMIN_GROUP}]` };

describeEachLanguage((language) => {
  const service = deployed(language);

  test.each<PayloadFormat>(['2.0', '1.0'])('a request is one line of JSON, payload format %s', async (format) => {
    const requestId = randomUUID();
    const { log } = await service.handlers.invoke('replace', post(format, '{}', requestId));

    expect(log.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(log)).toEqual({
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      level: 'INFO',
      requestId,
      route: 'POST /user/profile',
      status: 200,
      durationMs: expect.any(Number),
    });
  });

  test('a refused request says why', async () => {
    const { log } = await service.handlers.invoke('replace', post('2.0', '[]'));
    expect(JSON.parse(log)).toMatchObject({ level: 'INFO', status: 400, error: 'not-an-object' });
  });

  test.each([
    ['stored', '{"name":"a secret"}'],
    ['refused by the parser', '{"name":"a secret"'],
    ['refused by a rule', '{"name":"a secret","":1}'],
  ])('neither body nor token nor claims are in the log when the body is %s', async (_, body) => {
    const { log } = await service.handlers.invoke('replace', post('2.0', body));
    expect(log).not.toMatch(/secret|user-1|ann@example\.com/);
  });

  describe.each<PayloadFormat>(['2.0', '1.0'])('of administrators, payload format %s', (format) => {
    test.each<[HttpRequest, string]>([
      [{ method: 'GET', path: `/users/${SUBJECT}/profile` }, 'GET /users/{sub}/profile'],
      [{ method: 'POST', path: `/users/${SUBJECT}/profile` }, 'POST /users/{sub}/profile'],
      [{ method: 'PATCH', path: `/users/${SUBJECT}/profile` }, 'PATCH /users/{sub}/profile'],
      [{ method: 'DELETE', path: `/users/${SUBJECT}/profile` }, 'DELETE /users/{sub}/profile'],
      [{ method: 'DELETE', path: `/users/${SUBJECT}` }, 'DELETE /users/{sub}'],
    ])('a request names the administrator and the user: %j', async (request, route) => {
      expect(await lineOf(format, request)).toMatchObject({ route, actor: ACTOR, subject: SUBJECT });
      expect(await lineOf(format, request, { sub: ACTOR })).toMatchObject({ route, status: 403, error: 'forbidden', actor: ACTOR, subject: SUBJECT });
    });

    test('a request for the list names the administrator', async () => {
      const line = await lineOf(format, { method: 'GET', path: '/users/profiles?limit=1&cursor=secret' });
      expect(line).toEqual({
        timestamp: expect.any(String),
        level: 'INFO',
        requestId: expect.any(String),
        route: 'GET /users/profiles',
        status: 400,
        durationMs: expect.any(Number),
        actor: ACTOR,
        error: 'malformed-cursor',
      });
    });

    test('what is no user ID is not in the log', async () => {
      const log = await logOf(format, { method: 'GET', path: '/users/secret%0A%7B%7D/profile' }, { ...ADMINISTRATOR, sub: 'secret actor' });
      expect(log).not.toMatch(/secret/);
      expect(Object.keys(JSON.parse(log))).toEqual(['timestamp', 'level', 'requestId', 'route', 'status', 'durationMs', 'error']);
      expect(JSON.parse(log)).toMatchObject({ route: 'GET /users/{sub}/profile', status: 400, error: 'malformed-sub' });
    });

    test('a request without a sub claim names the user', async () => {
      const line = await lineOf(format, { method: 'DELETE', path: `/users/${SUBJECT}` }, { 'cognito:groups': `[${ADMIN_GROUP}]` });
      expect(line).toMatchObject({ status: 401, error: 'no-subject', subject: SUBJECT });
      expect(line).not.toHaveProperty('actor');
    });

    test.each<[string, HttpRequest]>([
      ['the profile', { method: 'GET', path: '/user/profile' }],
      ['the account', { method: 'DELETE', path: '/user' }],
    ])('a request for %s of oneself names nobody', async (_, request) => {
      const log = await logOf(format, request, { 'sub': SUBJECT, 'username': 'ann', 'cognito:groups': `[${ADMIN_GROUP}]` });
      expect(log).not.toMatch(new RegExp(`ann|${SUBJECT}|${ADMIN_GROUP}`));
      expect(JSON.parse(log).route).toBe(`${request.method} ${request.path}`);
    });
  });

  test('what fails while an account is erased names no user', async () => {
    const missing = { USER_POOL_ID: '' };
    const { log } = await service.functions.send('2.0', { method: 'DELETE', path: '/user' }, { sub: SUBJECT, username: 'ann' }, randomUUID(), missing);
    expect(JSON.parse(log)).toMatchObject({ level: 'ERROR', status: 500, error: 'internal-error' });
    expect(log).not.toMatch(new RegExp(`ann|${SUBJECT}`));
  });

  async function lineOf(format: PayloadFormat, request: HttpRequest, claims: Claims = ADMINISTRATOR): Promise<unknown> {
    return JSON.parse(await logOf(format, request, claims));
  }

  async function logOf(format: PayloadFormat, request: HttpRequest, claims: Claims): Promise<string> {
    const { log } = await service.functions.send(format, request, claims, randomUUID());
    expect(log.trimEnd().split('\n')).toHaveLength(1);
    return log;
  }
});

function post(format: PayloadFormat, text: string, requestId: string = randomUUID()): HttpApiEvent {
  const headers = { 'Authorization': 'Bearer secret.token', 'Content-Type': 'application/json' };
  return httpApiEvent(format, { method: 'POST', headers, body: { text } }, { sub: 'user-1', email: 'ann@example.com' }, requestId);
}
