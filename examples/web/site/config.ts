import type { JsonObject } from './form/json';

/** The content of `config.json`, which is beside the page. */
export interface Config {
  /** The issuer of the service. */
  readonly issuer: string;
  readonly clientId: string;
  /** The `profileUrl` of the service. */
  readonly profileUrl: string;
  /** The `profileSchema` of the service. Without it, the profile is edited as JSON. */
  readonly profileSchema?: JsonObject;
  /** The URL of the OpenID Connect metadata, if it is not at its place below the issuer. */
  readonly metadataUrl?: string;
  /** The URL of the page that creates accounts, if it is not `/signup` of the sign-in domain. */
  readonly signUpUrl?: string;
}

/** The URL of the page: the callback URL and the logout URL of the app client. */
export const PAGE_URL = new URL('.', location.href).href;

export async function loadConfig(): Promise<Config> {
  const url = new URL('config.json', PAGE_URL).href;
  const response = await fetch(url, { cache: 'no-cache' }).catch((error) => {
    throw new Error(`${url} can't be read: ${error.message}.`, { cause: error });
  });
  if (!response.ok) {
    throw new Error(`${url} can't be read: the status is ${response.status}.`);
  }
  const config = await response.json();
  const missing = ['issuer', 'clientId', 'profileUrl'].filter((name) => typeof config[name] !== 'string');
  if (missing.length > 0) {
    throw new Error(`${url} lacks ${missing.join(', ')}.`);
  }
  return config;
}
