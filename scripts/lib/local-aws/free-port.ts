import { once } from 'node:events';
import { createServer } from 'node:net';
import { Failure } from '../command/failure';

export const LOOPBACK = '127.0.0.1';

/** A port of the loopback interface that nothing listens on: the wanted one, or else any. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  server.listen(wanted, LOOPBACK);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw portFailure(wanted, error as NodeJS.ErrnoException);
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') {
    throw new Error(`a TCP server has no port: ${address}`);
  }
  return address.port;
}

function portFailure(wanted: number, error: NodeJS.ErrnoException): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Failure(`Port ${wanted} is taken; name another with --port, or leave the option out.`);
    case 'EACCES':
      return new Failure(`Port ${wanted} is not open to this user; name one above 1023 with --port.`);
    default:
      return error;
  }
}
