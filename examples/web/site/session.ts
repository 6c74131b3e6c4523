import * as oidc from 'openid-client';
import { type Config, PAGE_URL } from './config';

/** The tokens are in the session storage, which is not shared with other tabs and ends with the tab. */
const TOKENS = 'tokens';
/** What the callback of a started sign-in is checked with. */
const SIGN_IN = 'sign-in';
/** Cognito's scopes for an id token with the address. The API accepts any token of the app client. */
const SCOPE = 'openid email';
/** Tokens are refreshed this long before they expire. */
const MARGIN_MILLISECONDS = 60_000;

interface Tokens {
  readonly access: string;
  readonly refresh?: string;
  readonly expires: number;
  readonly user: User;
}

export interface User {
  readonly sub: string;
  readonly email?: string;
}

interface StartedSignIn {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** The person has to sign in again. */
export class SessionEnded extends Error {
  constructor() {
    super('Your session has ended. Sign in again.');
  }
}

/** The sign-in of a person, by authorization code and PKCE. */
export class Session {
  private provider?: Promise<oidc.Configuration>;
  private refreshing?: Promise<void>;

  constructor(private readonly config: Config) {}

  /** The person who is signed in. */
  public get user(): User | undefined {
    return read<Tokens>(TOKENS)?.user;
  }

  /** Opens the page that signs in or creates an account. The browser returns to this page. */
  public async start(page: 'sign-in' | 'sign-up'): Promise<void> {
    const provider = await this.discover();
    const started: StartedSignIn = { verifier: oidc.randomPKCECodeVerifier(), state: oidc.randomState(), nonce: oidc.randomNonce() };
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: PAGE_URL,
      scope: SCOPE,
      state: started.state,
      nonce: started.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(started.verifier),
      code_challenge_method: 'S256',
    });
    write(SIGN_IN, started);
    location.assign(page === 'sign-in' ? url : this.signUpUrl(url));
  }

  /** Takes the tokens if the sign-in page has returned to this page. */
  public async finish(): Promise<void> {
    const callback = new URL(location.href);
    const error = callback.searchParams.get('error');
    if (error === null && !callback.searchParams.has('code')) {
      return;
    }
    // The code is valid once, so a reloaded page must not have it.
    history.replaceState(null, '', PAGE_URL);
    const started = read<StartedSignIn>(SIGN_IN);
    sessionStorage.removeItem(SIGN_IN);
    if (error !== null) {
      // Without the library, which also requires the state: not every error of an authorization endpoint has it.
      throw new Error(`You are not signed in: ${callback.searchParams.get('error_description') ?? error}`);
    }
    if (!started) {
      throw new Error('You are not signed in, because the sign-in was not started in this tab. Sign in again.');
    }
    const provider = await this.discover();
    const checks = { pkceCodeVerifier: started.verifier, expectedState: started.state, expectedNonce: started.nonce };
    try {
      keep(await oidc.authorizationCodeGrant(provider, callback, checks));
    } catch (cause) {
      throw new Error(`You are not signed in: ${(cause as Error).message}. Sign in again.`, { cause });
    }
  }

  /** Returns an access token that is valid for at least a minute. */
  public async accessToken(): Promise<string> {
    if ((read<Tokens>(TOKENS)?.expires ?? 0) < Date.now() + MARGIN_MILLISECONDS) {
      await this.refresh();
    }
    const tokens = read<Tokens>(TOKENS);
    if (!tokens) {
      throw new SessionEnded();
    }
    return tokens.access;
  }

  /** Takes new tokens. Requests that wait at the same time share them, because a refresh token can be valid only once. */
  public async refresh(): Promise<void> {
    this.refreshing ??= this.takeNewTokens().finally(() => { this.refreshing = undefined; });
    return this.refreshing;
  }

  /** Drops the tokens, and ends the session of the sign-in pages: otherwise, the next sign-in asks for no password. */
  public async signOut(): Promise<void> {
    const provider = await this.discover();
    sessionStorage.clear();
    // Cognito's logout endpoint takes client_id, which the library adds, and logout_uri.
    // https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
    location.assign(oidc.buildEndSessionUrl(provider, { logout_uri: PAGE_URL }));
  }

  private async takeNewTokens(): Promise<void> {
    const tokens = read<Tokens>(TOKENS);
    if (!tokens?.refresh) {
      throw new SessionEnded();
    }
    const provider = await this.discover();
    try {
      keep(await oidc.refreshTokenGrant(provider, tokens.refresh), tokens);
    } catch (error) {
      if (error instanceof oidc.ResponseBodyError && error.status < 500) {
        sessionStorage.removeItem(TOKENS);
        throw new SessionEnded();
      }
      throw unreachable(error);
    }
  }

  /** Reads the OpenID Connect metadata of the service, once. */
  private async discover(): Promise<oidc.Configuration> {
    this.provider ??= this.readMetadata().catch((error) => {
      this.provider = undefined;
      throw error;
    });
    return this.provider;
  }

  private async readMetadata(): Promise<oidc.Configuration> {
    const { issuer, metadataUrl, clientId } = this.config;
    const url = new URL(metadataUrl ?? issuer);
    // Only a local service has a metadata document at http.
    const execute = url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
    const provider = await oidc.discovery(url, clientId, undefined, oidc.None(), { execute })
      .catch((error) => { throw unreachable(error); });
    if (provider.serverMetadata().issuer !== issuer) {
      throw new Error(`The metadata at ${url.href} belongs to the issuer ${provider.serverMetadata().issuer} instead of ${issuer}. Correct config.json.`);
    }
    return provider;
  }

  /**
   * Returns the URL of the page that creates accounts. It takes the parameters of the authorization endpoint.
   *
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-endpoints.html
   */
  private signUpUrl(authorizationUrl: URL): URL {
    const url = new URL(this.config.signUpUrl ?? authorizationUrl.href.replace('/oauth2/authorize', '/signup'));
    url.search = authorizationUrl.search;
    return url;
  }
}

function unreachable(error: unknown): Error {
  return new Error(`The sign-in service can't be reached: ${(error as Error).message}.`, { cause: error });
}

type TokenResponse = oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers;

function keep(response: TokenResponse, previous?: Tokens): void {
  const claims = response.claims();
  const user = claims ? { sub: claims.sub, email: typeof claims.email === 'string' ? claims.email : undefined } : previous?.user;
  if (!user) {
    throw new Error('The sign-in returned no id token.');
  }
  write(TOKENS, {
    access: response.access_token,
    // With refresh token rotation, the previous refresh token is no longer valid.
    refresh: response.refresh_token ?? previous?.refresh,
    expires: Date.now() + (response.expiresIn() ?? 0) * 1_000,
    user,
  } satisfies Tokens);
}

function read<Value>(key: string): Value | undefined {
  const text = sessionStorage.getItem(key);
  return text === null ? undefined : JSON.parse(text);
}

function write(key: string, value: object): void {
  sessionStorage.setItem(key, JSON.stringify(value));
}
