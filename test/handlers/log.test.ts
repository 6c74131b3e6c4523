import { randomUUID } from 'crypto';
import { HttpApiEvent, httpApiEvent, PayloadFormat } from '../support/client/http-api-event';
import { deployed, describeEachLanguage } from '../support/drivers/languages';

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
});

function post(format: PayloadFormat, text: string, requestId: string = randomUUID()): HttpApiEvent {
  const headers = { 'Authorization': 'Bearer secret.token', 'Content-Type': 'application/json' };
  return httpApiEvent(format, { method: 'POST', headers, body: { text } }, { sub: 'user-1', email: 'ann@example.com' }, requestId);
}
