import { once } from 'events';
import { AddressInfo, connect, createServer, Server, Socket } from 'net';

/** What happens to a connection, which the gate would otherwise pass on. */
export type Treat = (client: Socket, upstream: () => Socket) => void;

/** Which connections fare ill, by their numbers, from 1. */
export interface Plan {
  /** `refused` means that nobody listens. */
  readonly treat: Treat | 'refused';
  readonly from: number;
  readonly to: number;
}

/** How a peer loses a connection: it closes or resets it, or forgets it, and resets it at the next packet. */
export const LOSSES = ['closes', 'resets', 'forgets'] as const;
export type Loss = typeof LOSSES[number];

/** Stands before a server and passes connections on, as they are, except for those that a plan is about. */
export class Gate {
  public static async start(upstreamPort: number): Promise<Gate> {
    const gate = new Gate(upstreamPort);
    await gate.listen(0);
    return gate;
  }

  /** How many connections came since the plan was made. */
  private connections = 0;
  private listeningPort = 0;
  private server?: Server;
  private plan?: Plan;
  /** The connections that are passed on, with those behind the gate. */
  private readonly passed = new Map<Socket, Socket>();
  private readonly clients = new Set<Socket>();

  private constructor(private readonly upstreamPort: number) {}

  public get port(): number {
    return this.listeningPort;
  }

  /** Makes the plan for the connections to come, or none. */
  public async open(plan?: Plan): Promise<void> {
    this.connections = 0;
    this.plan = plan;
    if (plan?.treat === 'refused' && plan.from === 1) {
      this.close();
    } else if (!this.server) {
      await this.listen(this.listeningPort);
    }
  }

  /** Loses the connections that are open, and tells how many; a handler that is stopped hears of it when it goes on. */
  public lose(way: Loss): number {
    const lost = this.passed.size;
    for (const [client, server] of this.passed) {
      client.unpipe();
      server.unpipe().removeAllListeners('close').destroy();
      if (way === 'closes') {
        client.end();
      } else if (way === 'resets') {
        client.resetAndDestroy();
      } else {
        // As the host of a process that is gone: it says nothing until it is spoken to.
        client.on('data', () => client.resetAndDestroy()).resume();
      }
    }
    this.passed.clear();
    return lost;
  }

  public stop(): void {
    this.close();
    this.clients.forEach((client) => client.destroy());
  }

  private async listen(port: number): Promise<void> {
    this.server = createServer((client) => this.take(client)).listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    this.listeningPort = (this.server.address() as AddressInfo).port;
  }

  private close(): void {
    this.server?.close();
    this.server = undefined;
  }

  private take(client: Socket): void {
    const number = ++this.connections;
    this.clients.add(client);
    client.once('close', () => {
      this.clients.delete(client);
      this.passed.delete(client);
    });
    // What a fault breaks shows by what the handlers make of it.
    client.on('error', () => undefined);
    const upstream = () => {
      const server = connectTo(this.upstreamPort);
      this.passed.set(client, server);
      return server;
    };
    const { treat, from, to } = this.plan ?? { treat: pass, from: 1, to: Infinity };
    if (treat === 'refused') {
      // The one before is the last that finds somebody to listen.
      if (number === from - 1) {
        this.close();
      }
      pass(client, upstream);
    } else {
      (number >= from && number <= to ? treat : pass)(client, upstream);
    }
  }
}

/** Connects to a server on loopback. */
export function connectTo(port: number): Socket {
  return connect(port, '127.0.0.1').on('error', () => undefined);
}

/** Passes a connection on. */
export const pass: Treat = (client, upstream) => {
  const server = upstream();
  client.pipe(server).pipe(client);
  client.once('close', () => server.destroy());
  server.once('close', () => client.destroySoon());
};
