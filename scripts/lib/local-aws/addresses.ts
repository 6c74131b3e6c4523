/** Returns the URL of an HTTP API on MiniStack. It is below MiniStack's own address, because `*.localhost` does not resolve on all machines. */
export function localApiUrl(endpoint: string, apiUrl: string): string {
  const { hostname, pathname } = new URL(apiUrl);
  return urlOf(endpoint, hostname.split('.')[0], pathname);
}

/** Returns the URL of the profile of an HTTP API on MiniStack. */
export function localProfileUrl(endpoint: string, apiId: string): string {
  return urlOf(endpoint, apiId, '/user/profile');
}

/** Returns the URL of the sign-in page on MiniStack, where domains of user pools do not resolve and `/login` does not support GET. */
export function localSignInUrl(endpoint: string, signInUrl: string): string {
  return `${endpoint}/oauth2/authorize${new URL(signInUrl).search}`;
}

function urlOf(endpoint: string, apiId: string, path: string): string {
  return `${endpoint}/_aws/execute-api/${apiId}${path}`;
}
