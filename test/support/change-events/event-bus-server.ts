import { randomUUID } from 'crypto';
import { once } from 'events';
import { createServer, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { json } from 'stream/consumers';
import { setTimeout as sleep } from 'timers/promises';

/** An entry of a PutEvents call. */
export interface Entry {
  readonly EventBusName: string;
  readonly Source: string;
  readonly DetailType: string;
  /** In seconds since 1970. */
  readonly Time: number;
  readonly Resources: readonly string[];
  readonly Detail: string;
}

/** What the server does with a call. */
export type Answer =
  /** Accepts all entries. */
  | 'accept'
  /** Accepts all entries, but the response does not arrive completely. */
  | 'accept-and-cut' | 'accept-and-say-nothing' | 'accept-and-say-garbage' | 'accept-and-say-less'
  /** Accepts nothing, and closes the connection or responds with something else than an error of AWS. */
  | 'close' | 'garbage' | 'unavailable'
  /** Accepts no entry, and responds with this error. */
  | { readonly error: string; readonly status: number }
  /** Accepts the entries whose code is null, and those without one. */
  | { readonly entries: readonly (string | null)[] };

/** Stands in for EventBridge: records the calls and the events that it accepts, and can fail in each way. */
export class EventBusServer {
  public static async start(): Promise<EventBusServer> {
    const server = new EventBusServer();
    server.server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return server;
  }

  /** The entries of each call. */
  public calls: Entry[][] = [];
  /** The entries that were accepted, in their order. */
  public accepted: Entry[] = [];
  /** What the server does with the next calls. It accepts those after them. */
  public answers: Answer[] = [];
  /** How long a call takes. */
  public delayMs = 0;
  private readonly server: Server;

  private constructor() {
    this.server = createServer(async (request, response) => {
      const target = request.headers['x-amz-target'];
      const { Entries } = await json(request) as { Entries: Entry[] };
      if (target !== 'AWSEvents.PutEvents' || Entries.length < 1 || Entries.length > 10) {
        sendError(response, 400, 'ValidationException');
        return;
      }
      this.calls.push(Entries);
      await sleep(this.delayMs);
      this.answer(this.answers.shift() ?? 'accept', Entries, response);
    });
  }

  public get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public reset(): void {
    Object.assign(this, { calls: [], accepted: [], answers: [], delayMs: 0 });
  }

  public stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(answer: Answer, entries: Entry[], response: ServerResponse): void {
    if (typeof answer === 'object' && 'error' in answer) {
      sendError(response, answer.status, answer.error);
      return;
    }
    const codes = entries.map((_, index) => (typeof answer === 'object' ? answer.entries[index] ?? null : null));
    if (typeof answer === 'object' || answer.startsWith('accept')) {
      this.accepted.push(...entries.filter((_, index) => codes[index] === null));
    }
    const results = codes.map((code) => (code === null ? { EventId: randomUUID() } : { ErrorCode: code, ErrorMessage: 'secret detail' }));
    const body = JSON.stringify({ FailedEntryCount: codes.filter((code) => code !== null).length, Entries: results });
    switch (answer) {
      case 'accept-and-say-nothing':
        return;
      case 'accept-and-cut':
        response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.1', 'Content-Length': body.length });
        response.write(body.slice(0, 10), () => response.destroy());
        return;
      case 'accept-and-say-less':
        send(response, 200, JSON.stringify({ FailedEntryCount: 0, Entries: results.slice(1) }));
        return;
      case 'close':
        response.destroy();
        return;
      case 'garbage':
      case 'accept-and-say-garbage':
        send(response, 200, '<html>');
        return;
      case 'unavailable':
        send(response, 503, '<html>');
        return;
      default:
        send(response, 200, body);
    }
  }
}

function sendError(response: ServerResponse, status: number, code: string): void {
  send(response, status, JSON.stringify({ __type: code, message: 'secret detail' }));
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1', 'Content-Length': Buffer.byteLength(body) }).end(body);
}
