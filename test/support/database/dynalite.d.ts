declare module 'dynalite' {
  import { Server } from 'http';

  /** Makes a server of the DynamoDB API, in memory. */
  export default function dynalite(options?: { createTableMs?: number }): Server;
}
