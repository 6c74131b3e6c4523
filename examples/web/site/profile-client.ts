import { type JsonObject, parseJson } from './form/json';
import type { components, Readable } from './profile-api';
import { type Session, SessionEnded } from './session';

type Schemas = components['schemas'];
type Item = Readable<Schemas['Profile']>;
type Problem = Schemas['Problem'] | Schemas['InvalidProfileProblem'];

const NOT_FOUND: Schemas['ProfileNotFoundProblem']['type'] = 'urn:problem-type:cognito-profile-service:profile-not-found';

/** A stored profile, with the entity tag that a change of it is sent with. */
export interface StoredProfile {
  readonly data: Item['profile_data'];
  readonly etag: string;
  readonly updatedAt: Item['updated_at'];
}

/** An answer of the API that is not a success. */
export class ApiError extends Error {
  constructor(
    public readonly status: number,
    public readonly type: string | undefined,
    detail: string,
    public readonly violations: readonly Schemas['Violation'][] = [],
    public readonly moreViolations = false,
  ) {
    super(detail);
  }

  /** Whether the user has no profile. */
  public get isNotFound(): boolean {
    return this.type === NOT_FOUND;
  }

  /** Whether the stored profile is not the version that a write was sent for: it was changed or deleted. */
  public get isConflict(): boolean {
    return this.status === 412 || this.isNotFound;
  }

  /** Whether the profile does not match the schema. */
  public get isInvalid(): boolean {
    return this.status === 422;
  }
}

/** The profile of the person who is signed in. */
export class ProfileClient {
  constructor(private readonly url: string, private readonly session: Session) {}

  /** Returns the profile, or undefined if there is none. */
  public async read(): Promise<StoredProfile | undefined> {
    try {
      return await storedProfile(await this.send('GET'));
    } catch (error) {
      if (error instanceof ApiError && error.isNotFound) {
        return undefined;
      }
      throw error;
    }
  }

  /** Writes the profile, if it is the version with the entity tag; or if there is none, without an entity tag. */
  public async write(method: 'POST' | 'PATCH', body: JsonObject, etag: string | undefined): Promise<StoredProfile> {
    return storedProfile(await this.send(method, {
      ...etag === undefined ? { 'If-None-Match': '*' } : { 'If-Match': etag },
      'Content-Type': 'application/json',
    }, JSON.stringify(body)));
  }

  /** Deletes the profile, if it is the version with the entity tag. */
  public async delete(etag: string): Promise<void> {
    await this.send('DELETE', { 'If-Match': etag });
  }

  private async send(method: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
    const request = async () => {
      const token = await this.session.accessToken();
      return visible(fetch(this.url, { method, headers: { ...headers, Authorization: `Bearer ${token}` }, body, cache: 'no-store' }));
    };
    let response = await request();
    if (response === undefined || response.status === 401) {
      // API Gateway's own responses, such as that to an expired token, can lack CORS headers: then the page sees a network error only.
      await this.session.refresh();
      response = await request();
    }
    if (response === undefined) {
      throw new Error('The service does not answer. Check your connection, and try again. If that does not help, sign in again.');
    }
    if (response.status === 401) {
      throw new SessionEnded();
    }
    if (!response.ok) {
      throw await errorOf(response);
    }
    return response;
  }
}

/** Returns the response, or undefined if the page can't see one. */
async function visible(response: Promise<Response>): Promise<Response | undefined> {
  try {
    return await response;
  } catch (error) {
    if (error instanceof TypeError) {
      return undefined;
    }
    throw error;
  }
}

async function storedProfile(response: Response): Promise<StoredProfile> {
  const item = parseJson(await response.text()) as unknown as Item;
  return {
    data: item.profile_data,
    etag: response.headers.get('ETag') ?? `"${item.version}"`,
    updatedAt: item.updated_at,
  };
}

async function errorOf(response: Response): Promise<ApiError> {
  const { status } = response;
  const text = await response.text();
  const isJson = /^application\/(?:problem\+)?json/.test(response.headers.get('Content-Type') ?? '');
  const body: Partial<Problem> & Schemas['GatewayMessage'] = isJson ? JSON.parse(text) : {};
  const wait = response.headers.get('Retry-After');
  const detail = body.detail ?? body.message ?? `The service answered with the status ${status}.`;
  return new ApiError(
    status,
    body.type,
    wait === null ? detail : `${detail} Try again in ${wait} ${wait === '1' ? 'second' : 'seconds'}.`,
    'errors' in body ? body.errors : undefined,
    'moreErrors' in body && body.moreErrors === true,
  );
}
