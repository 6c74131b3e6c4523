import { ApiGatewayV2Client, UpdateApiCommand } from '@aws-sdk/client-apigatewayv2';
import { ProfileService } from './profile-services';
import { LocalAws } from '../lib/local-aws/local-aws';
import { send } from '../lib/user/http';

/** The credentials are not checked, and the service decides where MiniStack sends the request. */
const AUTHORIZATION = 'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/apigateway/aws4_request, SignedHeaders=host, Signature=none';

/**
 * Makes the HTTP API usable by pages: sets its CORS configuration again, because MiniStack ignores that of CloudFormation, and enables its
 * own endpoint, because a custom domain does not resolve here.
 */
export async function openGateway(aws: LocalAws, { apiId }: ProfileService, signal: AbortSignal): Promise<number> {
  const { corsConfiguration = {} } = JSON.parse((await send(`${aws.endpoint}/v2/apis/${apiId}`, 200, {
    headers: { authorization: AUTHORIZATION },
    signal,
  })).text);
  const { $metadata } = await new ApiGatewayV2Client(aws).send(new UpdateApiCommand({
    ApiId: apiId,
    DisableExecuteApiEndpoint: false,
    // MiniStack keeps the names of CloudFormation, which begin with capitals as those of the SDK, until this call.
    CorsConfiguration: Object.fromEntries(Object.entries(corsConfiguration).map(([name, value]) => [name[0].toUpperCase() + name.slice(1), value])),
  }), { abortSignal: signal });
  return $metadata.httpStatusCode!;
}
