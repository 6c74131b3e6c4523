/** Where MiniStack serves an HTTP API: below its own address, because `*.localhost` does not resolve everywhere. */
export function localApiUrl(endpoint: string, apiUrl: string): string {
  const { hostname, pathname } = new URL(apiUrl);
  const [apiId] = hostname.split('.');
  return `${endpoint}/_aws/execute-api/${apiId}${pathname}`;
}

/** Where MiniStack serves the sign-in page: a pool's domain has no address of its own, and `/login` takes no GET. */
export function localSignInUrl(endpoint: string, signInUrl: string): string {
  return `${endpoint}/oauth2/authorize${new URL(signInUrl).search}`;
}

export function apiIdOf(apiUrl: string): string {
  return new URL(apiUrl).hostname.split('.')[0];
}
