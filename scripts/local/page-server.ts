import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Session } from '../lib/command/session';
import { LOOPBACK, portFailure } from '../lib/local-aws/free-port';
import { functionLogs } from '../lib/local-aws/function-logs';
import { localAws } from '../lib/local-aws/local-aws';
import { mails } from '../lib/local-aws/mails';
import { ROOT } from '../lib/root';

const PAGES = join(ROOT, 'assets', 'local', 'pages');
/** The path of a file of the pages. Those of HTML files lack the name `index` or the extension. */
const PAGE_PATH = /^\/([a-z-]+)?(?:\.(js|css))?$/;
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};
const DEFAULT_PORT = 8080;

/** The contents of `config.json`, which the page reads. */
export interface PageConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly profileUrl: string;
  readonly profileSchema?: unknown;
  readonly metadataUrl: string;
  readonly signUpUrl: string;
}

/** Serves the page of the service, and the pages that stand in for a mailbox and for Cognito's sign-up page. */
export class PageServer {
  /** Starts to listen, so that the URL is known before the deployment. Without a port, takes 8080, or a free one if it is in use. */
  public static async listen(session: Session, port?: number): Promise<PageServer> {
    const server = new PageServer(session.signal);
    await server.start(session, port);
    return server;
  }

  /** The endpoint of the local AWS, once it has one. */
  public endpoint = '';

  private config: PageConfig | undefined;
  private origin = '';

  private constructor(private readonly signal: AbortSignal) {}

  /** The URL of the page. */
  public get url(): string {
    return `${this.origin}/`;
  }

  /** The URL of the page with the mails. */
  public get mailUrl(): string {
    return `${this.origin}/mail`;
  }

  /** The URL of what the functions logged. */
  public get logsUrl(): string {
    return `${this.origin}/logs`;
  }

  /** Shows a service from now on. */
  public show(config: Omit<PageConfig, 'signUpUrl'>): void {
    this.config = { ...config, signUpUrl: `${this.origin}/sign-up` };
  }

  private async start(session: Session, wanted?: number): Promise<void> {
    const server = createServer((request, response) => {
      this.answer(request, response).catch((error: Error) => {
        if (response.headersSent) {
          response.destroy(error);
        } else {
          this.end(response, 502, 'text/plain', error.message);
        }
      });
    });
    try {
      await listenAt(server, wanted ?? DEFAULT_PORT);
    } catch (error) {
      if (wanted !== undefined) {
        throw portFailure(wanted, 'page-port', error as NodeJS.ErrnoException);
      }
      await listenAt(server, 0);
    }
    this.origin = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
    session.onClose(async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('content-security-policy', this.contentSecurityPolicy());
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    // A page of another site can point a name of its own at this address.
    if (`http://${request.headers.host}` !== this.origin) {
      this.end(response, 421, 'text/plain', `This server is at ${this.origin}.`);
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      this.end(response, 405, 'text/plain', `${request.method} is not supported.`);
      return;
    }
    const [pathname] = request.url!.split('?');
    switch (pathname) {
      case '/config.json':
        this.end(response, this.config ? 200 : 503, 'application/json', JSON.stringify(this.config ?? {}));
        return;
      case '/mails.json':
        this.end(response, 200, 'application/json', JSON.stringify(await mails(this.endpoint, this.signal)));
        return;
      case '/logs':
        this.end(response, 200, 'text/plain; charset=utf-8', await functionLogs(localAws(this.endpoint), this.signal));
        return;
      default:
        await this.answerWithFile(pathname, response);
    }
  }

  private async answerWithFile(pathname: string, response: ServerResponse): Promise<void> {
    const [path, name = 'index', extension = 'html'] = PAGE_PATH.exec(pathname) ?? [];
    const file = join(PAGES, `${name}.${extension}`);
    if (path === undefined || !existsSync(file)) {
      this.end(response, 404, 'text/plain', `There is no ${pathname}.`);
      return;
    }
    this.end(response, 200, CONTENT_TYPES[extension], await readFile(file));
  }

  private contentSecurityPolicy(): string {
    return [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      `connect-src 'self' ${this.endpoint}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ].join('; ');
  }

  private end(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  }
}

async function listenAt(server: Server, port: number): Promise<void> {
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
}
