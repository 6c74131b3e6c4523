import { once } from 'node:events';
import { createServer } from 'node:net';
import { Failure } from '../command/failure';

export const LOOPBACK = '127.0.0.1';

/** Returns a free port of the loopback interface: the given one, or any. A port that is in use is a failure of the option `--port`. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  server.listen(wanted, LOOPBACK);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw portFailure(wanted, 'port', error as NodeJS.ErrnoException);
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') {
    throw new Error(`a TCP server has no port: ${address}`);
  }
  return address.port;
}

/** Returns the failure of an option that names a port which can't be used. */
export function portFailure(wanted: number, option: string, error: NodeJS.ErrnoException): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Failure(`Port ${wanted} is in use. Specify another one with --${option}, or omit the option.`);
    case 'EACCES':
      return new Failure(`Port ${wanted} requires more privileges. Specify one above 1023 with --${option}.`);
    default:
      return error;
  }
}
