/** The account and the Region that the local AWS plays. */
export const ACCOUNT = '000000000000';
export const REGION = 'us-east-1';

/** The local AWS takes any credentials; these keep the SDKs from looking for real ones. */
export const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };

/** How an SDK client reaches the local AWS. */
export interface LocalAws {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: typeof CREDENTIALS;
}

export function localAws(endpoint: string): LocalAws {
  return { endpoint, region: REGION, credentials: CREDENTIALS };
}
