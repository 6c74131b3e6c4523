import { send } from '../../../scripts/lib/user/http';
import { Journey } from '../../../scripts/lib/user/journey';

/** Publishes the event Profile Erased to the default event bus, as a service does. */
export async function publishErased({ aws: { endpoint, region }, signal }: Journey, sub: string, tableArn: string): Promise<void> {
  await send(endpoint, 200, {
    method: 'POST',
    headers: {
      'authorization': `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/events/aws4_request, SignedHeaders=host, Signature=none`,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSEvents.PutEvents',
    },
    body: JSON.stringify({
      Entries: [{
        Source: 'cdk-cognito-profile-service',
        DetailType: 'Profile Erased',
        Resources: [tableArn],
        Detail: JSON.stringify({ sub, version: '00000000000000000000000000000000' }),
      }],
    }),
    signal,
  });
}
