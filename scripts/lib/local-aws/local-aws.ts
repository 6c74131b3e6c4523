/** The account and the Region of the local AWS. */
export const ACCOUNT = '000000000000';
export const REGION = 'us-east-1';

/** The local AWS accepts any credentials. With these, the SDKs do not look for real ones. */
export const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };

/** The configuration of SDK clients for the local AWS. */
export interface LocalAws {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: typeof CREDENTIALS;
}

export function localAws(endpoint: string): LocalAws {
  return { endpoint, region: REGION, credentials: CREDENTIALS };
}
