/** The part of autocannon that the benchmarks use. */
declare module 'autocannon' {
  import { EventEmitter } from 'node:events';

  interface Options {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body?: string;
    readonly connections: number;
    /** The number of requests of all connections. */
    readonly amount: number;
    /** How long to wait for a response, in seconds. */
    readonly timeout: number;
    /** How often to look for the end, in milliseconds. */
    readonly sampleInt: number;
  }

  interface Result {
    readonly '2xx': number;
    readonly statusCodeStats: Record<string, { readonly count: number }>;
    readonly errors: number;
  }

  interface Run extends EventEmitter, PromiseLike<Result> {
    on(event: 'response', listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void): this;
  }

  export default function autocannon(options: Options): Run;
}
