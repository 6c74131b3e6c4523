/** Returns the URL of an HTTP API on MiniStack. It is below MiniStack's own address, because `*.localhost` does not resolve on all machines. */
export function localApiUrl(endpoint: string, apiUrl: string): string {
  const { hostname, pathname } = new URL(apiUrl);
  const [apiId] = hostname.split('.');
  return `${endpoint}/_aws/execute-api/${apiId}${pathname}`;
}

/** Returns the URL of the sign-in page on MiniStack, where domains of user pools do not resolve and `/login` does not support GET. */
export function localSignInUrl(endpoint: string, signInUrl: string): string {
  return `${endpoint}/oauth2/authorize${new URL(signInUrl).search}`;
}

/** Returns the URL that signs out at the sign-in page on MiniStack. */
export function localSignOutUrl(endpoint: string, signOutUrl: string): string {
  return `${endpoint}/logout${new URL(signOutUrl).search}`;
}

export function apiIdOf(apiUrl: string): string {
  return new URL(apiUrl).hostname.split('.')[0];
}
