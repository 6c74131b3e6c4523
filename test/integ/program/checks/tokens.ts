import { match } from 'node:assert';
import { tamper } from '../../../../scripts/lib/user/foreign-tokens';
import { sendToProfile } from '../profile-request';
import { User } from '../user';

const ORIGIN = 'https://app.example.com';

/** The gateway rejects requests without a valid token. */
export async function tokens(): Promise<void> {
  await sendToProfile('GET', 401);
  const { token } = await User.create('mallory');
  const { headers } = await sendToProfile('GET', 401, { headers: { authorization: `Bearer ${tamper(token)}`, origin: ORIGIN } });
  // Not checked: the documentation adds CORS headers to the responses of integrations, and says nothing of the gateway's own.
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
  console.log(`access-control-allow-origin: ${headers.get('access-control-allow-origin')}`);
}

/**
 * The response to an invalid token says so.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-jwt.html
 */
export async function challenge(): Promise<void> {
  const { headers } = await sendToProfile('GET', 401, { headers: { authorization: 'Bearer none' } });
  match(headers.get('www-authenticate') ?? 'no www-authenticate', /error="invalid_token"/);
}
