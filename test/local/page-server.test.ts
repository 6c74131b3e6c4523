import { once } from 'events';
import { createServer, request, Server } from 'http';
import { AddressInfo } from 'net';
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

let session: Session;
let localAws: Server;
let page: PageServer;

beforeEach(async () => {
  localAws = createServer(({ url }, response) => response.end(url === '/_ministack/ses/messages' ? JSON.stringify(MESSAGES) : ''));
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
