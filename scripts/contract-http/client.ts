import { once } from 'node:events';
import { Agent, IncomingMessage, request as startRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import type { HttpApiResponse } from '../../test/support/handler-process';
import type { HttpRequest } from '../../test/support/http-api-event';
import { Failure } from '../local/failure';

const TIMEOUT_MILLISECONDS = 30_000;
/** The headers that the contract is about; the gateway adds others. */
const HEADERS = ['Content-Type', 'Cache-Control', 'ETag', 'Vary', 'Retry-After'];

/** Sends requests as they are; `fetch` would add a Content-Type, and send no body with some methods. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly signal: AbortSignal,
    /** The domain that the request is for, where the URL has only the address of the local AWS. */
    private readonly domain?: string,
  ) {}

  public async send({ method, headers, body }: HttpRequest): Promise<HttpApiResponse> {
    const bytes = body && ('text' in body ? Buffer.from(body.text) : Buffer.from(body.base64, 'base64'));
    const request = startRequest(this.url, {
      method,
      agent: this.agent,
      headers: {
        ...headers,
        Authorization: `Bearer ${this.token}`,
        ...(this.domain && { Host: this.domain }),
        ...(bytes && { 'Content-Length': bytes.length }),
      },
      signal: AbortSignal.any([this.signal, AbortSignal.timeout(TIMEOUT_MILLISECONDS)]),
    });
    request.end(bytes);
    try {
      const [response] = await once(request, 'response') as [IncomingMessage];
      return asHttpApiResponse(response, await text(response));
    } catch (error) {
      this.signal.throwIfAborted();
      throw new Failure(`${method} ${this.url} got no answer: ${error}`);
    }
  }

  public close(): void {
    this.agent.destroy();
  }
}

/** The answer as the function gave it, as far as it can be told from outside. */
function asHttpApiResponse({ statusCode, headers }: IncomingMessage, body: string): HttpApiResponse {
  // An empty answer has no type of the function's; what the gateway says instead is its own.
  const given = HEADERS.map((name): [string, unknown] => [name, headers[name.toLowerCase()]])
    .filter(([name, value]) => value !== undefined && !(name === 'Content-Type' && body === ''))
    .map(([name, value]) => [name, String(value)]);
  const response = { statusCode: statusCode!, headers: Object.fromEntries(given) };
  return body === '' ? response : { ...response, body };
}
