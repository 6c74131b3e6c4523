import { once } from 'events';
import { createServer, IncomingMessage, request, Server } from 'http';
import { AddressInfo } from 'net';
import { text } from 'stream/consumers';
import { Session } from '../../scripts/lib/command/session';
import { PageServer } from '../../scripts/local/page-server';

const MESSAGES = {
  messages: {
    '000000000000': [
      { To: ['ada@example.com'], Subject: 'First', BodyText: 'The code is 111111', Timestamp: 1_795_552_245.9 },
      { To: ['ada@example.com'], Subject: 'Second', BodyText: 'The code is 222222', Timestamp: 1_795_552_300 },
    ],
  },
};

/** Two pages of log groups, each with one event. */
const LOG_GROUPS: Record<string, object> = {
  '{}': { logGroups: [{ logGroupName: '/aws/cloudformation/App/ReadLog' }], nextToken: '1' },
  '{"nextToken":"1"}': { logGroups: [{ logGroupName: 'WriteLog' }] },
};
const LOG_EVENTS: Record<string, object> = {
  '/aws/cloudformation/App/ReadLog': { events: [{ timestamp: 1_795_552_301_000, message: 'second' }] },
  'WriteLog': { events: [{ timestamp: 1_795_552_300_000, message: 'first' }] },
};

let session: Session;
let localAws: Server;
let page: PageServer;

beforeEach(async () => {
  localAws = createServer(async (call, response) => response.end(JSON.stringify(await answer(call))));
  localAws.listen(0, '127.0.0.1');
  await once(localAws, 'listening');
  session = await Session.open(new AbortController().signal);
  page = await PageServer.listen(session);
  page.endpoint = `http://127.0.0.1:${(localAws.address() as AddressInfo).port}`;
});

afterEach(async () => {
  localAws.close();
  localAws.closeAllConnections();
  await session.close();
});

test('serves the page and the pages of the local AWS, with a strict content security policy', async () => {
  const pages = ['', 'sign-up', 'mail'].map((name) => [name, 'text/html']);
  const scripts = ['main.js', 'sign-up.js', 'mail.js'].map((name) => [name, 'text/javascript']);
  for (const [name, type] of [...pages, ...scripts, ['style.css', 'text/css']]) {
    const response = await fetch(page.url + name);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
  }
});

test('config.json is that of the service, once there is one', async () => {
  expect((await fetch(`${page.url}config.json`)).status).toBe(503);
  const config = { issuer: 'https://issuer', clientId: 'client', profileUrl: 'http://profile', metadataUrl: 'http://metadata' };
  page.show(config);
  expect(await (await fetch(`${page.url}config.json`)).json()).toEqual({ ...config, signUpUrl: `${page.url}sign-up` });
});

test('lists the mails, newest first', async () => {
  const mails = await (await fetch(`${page.url}mails.json`)).json();
  expect(mails).toEqual([
    expect.objectContaining({ to: ['ada@example.com'], subject: 'Second', text: 'The code is 222222' }),
    expect.objectContaining({ subject: 'First', sentAt: '2026-11-24T20:30:45.900Z' }),
  ]);
});

test('lists what the functions logged, oldest first', async () => {
  expect(await (await fetch(page.logsUrl)).text()).toBe('2026-11-24T20:31:40.000Z WriteLog first\n2026-11-24T20:31:41.000Z ReadLog second\n');
});

test('answers 502 while the local AWS is away', async () => {
  localAws.close();
  localAws.closeAllConnections();
  await once(localAws, 'close');
  expect((await fetch(`${page.url}mails.json`)).status).toBe(502);
});

test('supports no method that changes something', async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    expect((await fetch(`${page.url}config.json`, { method })).status).toBe(405);
  }
});

test('a port that is in use is a failure that names the option', async () => {
  await expect(PageServer.listen(session, Number(new URL(page.url).port))).rejects.toThrow('is in use. Specify another one with --page-port');
});

test('serves nothing else, and no other host name', async () => {
  for (const name of ['none', 'none.js', 'main.js/', 'mail.json', '..%2fmain.js']) {
    expect((await fetch(page.url + name)).status).toBe(404);
  }
  expect(await statusOf('/../main.js', new URL(page.url).host)).toBe(404);
  expect(await statusOf('/mails.json', 'evil.example')).toBe(421);
});

/** Returns the status of a request whose path and host are sent as they are. */
async function statusOf(path: string, host: string): Promise<number> {
  const { hostname, port } = new URL(page.url);
  const [response] = await once(request({ hostname, port, path, headers: { host } }).end(), 'response');
  response.resume();
  return response.statusCode;
}

/** What the local AWS answers. */
async function answer(call: IncomingMessage): Promise<object> {
  const body = await text(call);
  switch (call.headers['x-amz-target']) {
    case 'Logs_20140328.DescribeLogGroups':
      return LOG_GROUPS[body];
    case 'Logs_20140328.FilterLogEvents':
      return LOG_EVENTS[JSON.parse(body).logGroupName];
    default:
      return call.url === '/_ministack/ses/messages' ? MESSAGES : {};
  }
}
