import { once } from 'events';
import { createServer as createTlsServer, Server } from 'https';
import { AddressInfo, Socket } from 'net';
import { certificate, CertificateName } from './certificates';
import { FaultCase } from './fault-cases';
import { Scenario } from './fault-scenarios';
import { connectTo, pass, Plan, Treat } from './gate';

/** What may happen to a connection before a call is sent on it. */
export interface ConnectionFault {
  readonly name: string;
  readonly treat: Plan['treat'];
  /** Whether the deployment is wrong. */
  readonly wrong?: boolean;
}

/** A scenario with the connections that fare ill in it. */
export interface ConnectionScenario extends Scenario {
  readonly plan: Plan;
}

const closed: Treat = (client) => {
  client.end();
};
const reset: Treat = (client) => {
  client.resetAndDestroy();
};

/** Faults of a connection without TLS. */
export const PLAIN_FAULTS: ConnectionFault[] = [
  { name: 'refused', treat: 'refused' },
  { name: 'closed at once', treat: closed },
  { name: 'reset at once', treat: reset },
];

/** The ports of servers with another certificate. */
export interface WrongPorts {
  readonly untrusted: number;
  readonly otherHost: number;
}

/** Faults of a connection with TLS. */
export function tlsFaults(servers: WrongPorts): ConnectionFault[] {
  return [
    ...PLAIN_FAULTS,
    { name: 'closed after the hello', treat: (client) => client.once('data', () => client.end()) },
    { name: 'reset after the hello', treat: (client) => client.once('data', () => client.resetAndDestroy()) },
    { name: 'without TLS', treat: (client) => client.once('data', () => client.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n')) },
    { name: 'of an alert', treat: (client) => client.once('data', () => client.end(Buffer.from([0x15, 3, 3, 0, 2, 2, 40]))) },
    { name: 'closed in the handshake', treat: inHandshake((client, half) => client.end(half)) },
    { name: 'reset in the handshake', treat: inHandshake((client, half) => client.write(half, () => client.resetAndDestroy())) },
    { name: 'of a certificate that is not trusted', treat: (client) => pass(client, () => connectTo(servers.untrusted)), wrong: true },
    { name: 'of a certificate for another host', treat: (client) => pass(client, () => connectTo(servers.otherHost)), wrong: true },
  ];
}

/** Each fault at each connection of a case, once and from there on; a handler has a connection for each call here. */
export function connectionScenarios(faultCase: FaultCase, faults: readonly ConnectionFault[]): ConnectionScenario[] {
  return faults.flatMap(({ name, treat, wrong }) => Array.from({ length: faultCase.calls }, (_, index) => index + 1).flatMap((from) => {
    const scenario = (to: number, status: number): ConnectionScenario => ({
      name: `${faultCase.name}: ${to === from ? `connection ${from} is` : `connections from ${from} on are`} ${name}`,
      faultCase,
      treatments: {},
      before: {},
      atEnd: [],
      status: wrong ? 500 : status,
      plan: { treat, from, to },
    });
    const single = scenario(from, from === faultCase.write ? faultCase.unseen! : faultCase.status);
    return [...(treat === 'refused' ? [] : [single]), scenario(Infinity, 503)];
  }));
}

/** Servers whose certificates the handlers refuse. */
export class WrongServers {
  public static async start(): Promise<WrongServers> {
    const servers = new WrongServers(serve('untrusted'), serve('other-host'));
    await Promise.all(servers.all.map(async (server) => once(server, 'listening')));
    return servers;
  }

  private constructor(private readonly untrusted: Server, private readonly otherHost: Server) {}

  public get ports(): WrongPorts {
    return { untrusted: portOf(this.untrusted), otherHost: portOf(this.otherHost) };
  }

  public stop(): void {
    this.all.forEach((server) => {
      server.close();
      server.closeAllConnections();
    });
  }

  private get all(): Server[] {
    return [this.untrusted, this.otherHost];
  }
}

function serve(name: CertificateName): Server {
  return createTlsServer(certificate(name), (_, response) => response.writeHead(500).end()).listen(0, '127.0.0.1');
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Lets the handshake begin, up to the middle of the server's first flight. */
function inHandshake(finish: (client: Socket, half: Buffer) => void): Treat {
  return (client, upstream) => {
    const server = upstream();
    client.pipe(server);
    server.once('data', (flight) => {
      finish(client, flight.subarray(0, Math.ceil(flight.length / 2)));
      server.destroy();
    });
  };
}
