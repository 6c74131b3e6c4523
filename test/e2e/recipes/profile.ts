import { Failure } from '../../../scripts/lib/command/failure';
import { Journey } from '../../../scripts/lib/user/journey';
import { Client } from '../client';

/** A profile, as the API returns it. */
export interface Profile {
  readonly profile_data: Record<string, unknown>;
  readonly version: string;
}

/** Sends a request to the profile of the user of a token. Any status that is not expected is a failure. */
export async function sendToProfile(
  { profileUrl, signal }: Journey,
  token: string,
  expectedStatus: number,
  method: string,
  body?: object,
): Promise<Profile> {
  const client = new Client(profileUrl, token, signal);
  try {
    const { statusCode, body: answer } = await client.send({
      method,
      headers: body && { 'Content-Type': 'application/json' },
      body: body && { text: JSON.stringify(body) },
    });
    if (statusCode !== expectedStatus) {
      throw new Failure(`${method} answered ${statusCode} instead of ${expectedStatus}: ${answer}`);
    }
    return JSON.parse(answer!);
  } finally {
    client.close();
  }
}
