import { once } from 'events';
import { Agent, createServer, IncomingMessage, Server, ServerResponse } from 'http';
import { createServer as createTlsServer } from 'https';
import { AddressInfo } from 'net';
import { certificate, trusting } from './certificates';
import { bytesOf, FaultSession, Script } from './fault-session';
import { Answer, MADE_UP, send } from './faults';
import { functionEnvironment, LocalDynamoDb } from '../database/dynamodb';
import { Item, ProfileTable } from '../database/profile-table';
import { LocalUserPool } from '../user-pool/user-pool';

/** What names a user or a table. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The answer of DynamoDB to a read of an item that does not exist. */
const NOTHING: Answer = { ...MADE_UP, body: Buffer.from('{}') };

/** How the proxy serves. */
export interface ProxyOptions {
  readonly protocol?: 'http' | 'https';
  /** Whether it closes each connection after one call, so that each call has a connection of its own. */
  readonly closes?: boolean;
}

/** Stands between handlers and the APIs of DynamoDB and Amazon Cognito, and does to each call what the script for its user says. */
export class FaultyProxy {
  public static async start(database: LocalDynamoDb, users: LocalUserPool, options: ProxyOptions = {}): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(database, users, options);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  private readonly server: Server;
  /** Without idle connections, which the API may close while a call is about to take one. */
  private readonly agent = new Agent({ keepAlive: false });
  private readonly table: ProfileTable;
  /** What went wrong in the proxy itself. */
  private readonly errors: unknown[] = [];
  /** The one that a call of a user belongs to, by the `sub`. */
  private readonly sessions = new Map<string, FaultSession>();
  private readonly allSessions: FaultSession[] = [];

  private constructor(
    private readonly database: LocalDynamoDb,
    private readonly users: LocalUserPool,
    private readonly options: ProxyOptions,
  ) {
    this.table = new ProfileTable(database);
    const listener = (request: IncomingMessage, response: ServerResponse) => {
      this.take(request, response).catch((error: unknown) => this.errors.push(error));
    };
    this.server = options.protocol === 'https' ? createTlsServer(certificate('trusted'), listener) : createServer(listener);
    this.server.maxRequestsPerSocket = options.closes ? 1 : null;
  }

  public get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The environment of a function that calls DynamoDB by way of this proxy. */
  public get environment(): Record<string, string> {
    return this.environmentBehind(this.port);
  }

  /** The environment of a function that calls this proxy by way of another port, or another host. */
  public environmentBehind(port: number, host = '127.0.0.1'): Record<string, string> {
    const { protocol = 'http' } = this.options;
    return { ...functionEnvironment(`${protocol}://${host}:${port}`, this.database.tableName), ...trusting('trusted') };
  }

  /** Prepares for one invocation about a user; `given` is what is stored before. */
  public async open(sub: string, handler: string, script: Script, given: Item | undefined): Promise<FaultSession> {
    const session = this.openAgain(sub, handler, script);
    await session.put(given);
    return session;
  }

  /** Prepares for one invocation about a user, with what is stored. */
  public openAgain(sub: string, handler: string, script: Script): FaultSession {
    const backend = { endpoint: this.database.endpoint, userPoolEndpoint: this.users.endpoint, agent: this.agent, table: this.table };
    const session = new FaultSession(backend, handler, sub, script);
    this.sessions.set(sub, session);
    this.allSessions.push(session);
    return session;
  }

  /** The operations that each handler was seen to call. */
  public get operations(): Record<string, string[]> {
    const seen: Record<string, Set<string>> = {};
    for (const { handler, calls } of this.allSessions) {
      calls.forEach(({ operation }) => (seen[handler] ??= new Set()).add(operation));
    }
    return Object.fromEntries(Object.entries(seen).map(([handler, operations]) => [handler, [...operations].sort()]));
  }

  /** Closes the connections that no call is on, as DynamoDB does after a while. */
  public closeIdleConnections(): void {
    this.server.closeIdleConnections();
  }

  public async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
    this.agent.destroy();
    this.table.stop();
    if (this.errors.length > 0) {
      throw new AggregateError(this.errors, 'The proxy failed.');
    }
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bytesOf(request);
    const { Key } = JSON.parse(String(body));
    // The read of a function that starts belongs to no invocation.
    if (Key?.pk.S === 'WARM-UP') {
      send(response, NOTHING);
    } else {
      // A list names no user, but its table.
      const session = String(body).match(UUID)!.map((name) => this.sessions.get(name)).find((each) => each);
      await session!.handle(request, response, body);
    }
  }
}
