import { once } from 'node:events';
import { Agent, IncomingMessage, request as startRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { Failure } from '../../scripts/lib/command/failure';
import type { HttpRequest } from '../support/client/http-api-event';
import type { HttpApiResponse } from '../support/drivers/handler-process';

const TIMEOUT_MILLISECONDS = 30_000;
/** The headers that the contract covers. The gateway adds others. */
const HEADERS = ['Content-Type', 'Cache-Control', 'ETag', 'Vary', 'Retry-After'];

/** Sends requests unchanged. `fetch` would add a Content-Type, and send no body with some methods. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly signal: AbortSignal,
    /** The domain of the API, if the URL has the address of the local AWS instead. */
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
      throw new Failure(`${method} ${this.url} failed: ${error}`);
    }
  }

  public close(): void {
    this.agent.destroy();
  }
}

/** Converts the HTTP response to the response of the function, as far as it is visible from outside. */
function asHttpApiResponse({ statusCode, headers }: IncomingMessage, body: string): HttpApiResponse {
  // The function sets no Content-Type for an empty body. The gateway sets its own.
  const given = HEADERS.map((name): [string, unknown] => [name, headers[name.toLowerCase()]])
    .filter(([name, value]) => value !== undefined && !(name === 'Content-Type' && body === ''))
    .map(([name, value]) => [name, String(value)]);
  const response = { statusCode: statusCode!, headers: Object.fromEntries(given) };
  return body === '' ? response : { ...response, body };
}
