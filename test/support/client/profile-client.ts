import { randomUUID } from 'crypto';
import { httpApiEvent } from './http-api-event';
import { Item } from '../database/profile-table';
import { ADMIN_GROUP } from '../drivers/functions';
import { HandlerProcess } from '../drivers/handler-process';

/** The claims of an administrator. */
export const ADMINISTRATOR = { 'sub': randomUUID(), 'cognito:groups': `[${ADMIN_GROUP}]` };

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** The handler of each method. */
export const HANDLERS: Readonly<Record<Method, string>> = { GET: 'read', POST: 'replace', PATCH: 'update', DELETE: 'delete' };

export interface ProfileRequest {
  readonly method: Method;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** The event of a request by a user. */
export function profileEvent({ method, headers, body }: ProfileRequest, sub: string): Record<string, unknown> {
  return httpApiEvent('2.0', {
    method,
    headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
    body: body && { text: JSON.stringify(body) },
  }, { sub }, randomUUID());
}

/** The event of a request by an administrator for the profile of a user. */
export function userProfileEvent({ method, headers, body }: ProfileRequest, sub: string): Record<string, unknown> {
  return httpApiEvent('2.0', {
    method,
    path: `/users/${sub}/profile`,
    headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
    body: body && { text: JSON.stringify(body) },
  }, ADMINISTRATOR, randomUUID());
}

/** What a client sees of an answer. */
export interface Reply {
  readonly status: number;
  readonly etag?: string;
  /** Where the status is 200. */
  readonly profile?: Item;
}

/** A user, whose requests go to one of several processes each, as they would to Lambda's. */
export class ProfileClient {
  private requests = 0;

  constructor(private readonly handlers: readonly HandlerProcess[], public readonly sub: string = randomUUID()) {}

  /** Sends a request; it need not wait for the one before. */
  public async send(request: ProfileRequest): Promise<Reply> {
    const handlers = this.handlers[this.requests++ % this.handlers.length];
    const { response } = await handlers.invokeAlongside(HANDLERS[request.method], profileEvent(request, this.sub));
    return {
      status: response.statusCode,
      etag: response.headers.ETag,
      profile: response.statusCode === 200 ? JSON.parse(response.body!) : undefined,
    };
  }

  /** Sends requests at the same time. */
  public async sendAll(requests: readonly ProfileRequest[]): Promise<Reply[]> {
    return Promise.all(requests.map(async (request) => this.send(request)));
  }
}
