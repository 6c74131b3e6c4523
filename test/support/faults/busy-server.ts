import { ChildProcess, spawn } from 'child_process';
import { once } from 'events';
import { connect, Socket } from 'net';
import { setTimeout as sleep } from 'timers/promises';

const LISTEN = "const server = require('net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(server.address().port))";
/** What a connection on loopback takes at most, where it is made at all. */
const CONNECT_MS = 200;

/** A server that takes no connection any more, and refuses none: to connect to it takes until the client gives up. */
export class BusyServer {
  public static async start(): Promise<BusyServer> {
    const child = spawn(process.execPath, ['-e', LISTEN], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = await once(child.stdout, 'data');
    // Stopped, it accepts nothing, so that the system's queue fills.
    child.kill('SIGSTOP');
    const server = new BusyServer(child, Number(port));
    while (await server.queueOne()) {
      // Until the queue is full.
    }
    return server;
  }

  private readonly queue: Socket[] = [];

  private constructor(private readonly child: ChildProcess, public readonly port: number) {}

  public stop(): void {
    this.queue.forEach((socket) => socket.destroy());
    this.child.kill('SIGKILL');
  }

  /** Whether there was room for another connection. */
  private async queueOne(): Promise<boolean> {
    const socket = connect(this.port, '127.0.0.1');
    this.queue.push(socket);
    return Promise.race([once(socket, 'connect').then(() => true), sleep(CONNECT_MS, false)]);
  }
}
