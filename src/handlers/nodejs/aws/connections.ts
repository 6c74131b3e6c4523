import { Agent as HttpAgent } from 'http';
import { Agent as HttpsAgent } from 'https';
import { Duplex } from 'stream';

/**
 * The maximum idle time of a connection.
 *
 * A frozen function does not notice that the service or a NAT gateway drops a connection. 3 s is shorter than the usual keep-alive
 * timeout of servers.
 */
const MAX_IDLE_MS = 3_000;

/** The default of the SDK. */
const MAX_SOCKETS = 50;

/** When each connection became idle, in wall-clock time: a monotonic clock may stop while the function is frozen. */
const idleSince = new WeakMap<Duplex, number>();

/** An HTTP agent that records when its connections become idle. */
class IdleTrackingHttpAgent extends HttpAgent {
  public override keepSocketAlive(socket: Duplex): void {
    idleSince.set(socket, Date.now());
    return super.keepSocketAlive(socket);
  }
}

/** An HTTPS agent that records when its connections become idle. */
class IdleTrackingHttpsAgent extends HttpsAgent {
  public override keepSocketAlive(socket: Duplex): void {
    idleSince.set(socket, Date.now());
    return super.keepSocketAlive(socket);
  }
}

/** The agents of the clients. The HTTP agent is for a local AWS. */
export const agents = {
  httpAgent: new IdleTrackingHttpAgent({ keepAlive: true, maxSockets: MAX_SOCKETS }),
  httpsAgent: new IdleTrackingHttpsAgent({ keepAlive: true, maxSockets: MAX_SOCKETS }),
};

/** Closes connections that have been idle for too long. */
export function closeIdleConnections(): void {
  const now = Date.now();
  for (const agent of Object.values(agents)) {
    for (const socket of Object.values(agent.freeSockets).flatMap((sockets) => sockets ?? [])) {
      const idle = now - idleSince.get(socket)!;
      // A negative idle time means that the clock was set back.
      if (idle < 0 || idle > MAX_IDLE_MS) {
        socket.destroy();
      }
    }
  }
}
