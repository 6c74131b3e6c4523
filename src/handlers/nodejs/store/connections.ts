import { Agent as HttpAgent } from 'http';
import { Agent as HttpsAgent } from 'https';
import { Duplex } from 'stream';

/**
 * How long a connection may be idle and still be used.
 *
 * Lambda freezes a function between invocations, and it does not see then that the peer, or a NAT gateway, forgets a connection.
 * 3 s is below the time for which servers keep an idle connection; beyond it, a call may just as well pay for a new one.
 */
const MAX_IDLE_MS = 3_000;

/** As many as the SDK opens by default. */
const MAX_SOCKETS = 50;

/** When each connection became idle, by the wall clock: a monotonic clock may stand still while the function is frozen. */
const idleSince = new WeakMap<Duplex, number>();

/** An agent that notes since when its connections are idle. */
class IdleTrackingHttpAgent extends HttpAgent {
  public override keepSocketAlive(socket: Duplex): void {
    idleSince.set(socket, Date.now());
    return super.keepSocketAlive(socket);
  }
}

/** The same with TLS. */
class IdleTrackingHttpsAgent extends HttpsAgent {
  public override keepSocketAlive(socket: Duplex): void {
    idleSince.set(socket, Date.now());
    return super.keepSocketAlive(socket);
  }
}

/** The connections to DynamoDB; the one without TLS is for a local DynamoDB API. */
export const agents = {
  httpAgent: new IdleTrackingHttpAgent({ keepAlive: true, maxSockets: MAX_SOCKETS }),
  httpsAgent: new IdleTrackingHttpsAgent({ keepAlive: true, maxSockets: MAX_SOCKETS }),
};

/** Closes the connections that were idle for too long. */
export function closeIdleConnections(): void {
  const now = Date.now();
  for (const agent of Object.values(agents)) {
    for (const socket of Object.values(agent.freeSockets).flatMap((sockets) => sockets ?? [])) {
      const idle = now - idleSince.get(socket)!;
      // Less than nothing is a clock that was set back, which tells nothing of how long it was.
      if (idle < 0 || idle > MAX_IDLE_MS) {
        socket.destroy();
      }
    }
  }
}
