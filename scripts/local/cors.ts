import { ApiGatewayV2Client, UpdateApiCommand } from '@aws-sdk/client-apigatewayv2';
import { Failure } from '../lib/command/failure';
import { apiIdOf } from '../lib/local-aws/addresses';
import { Template } from '../lib/local-aws/cdk-app';
import { send, statusOf } from '../lib/user/http';
import { Journey } from '../lib/user/journey';

const API_TYPE = 'AWS::ApiGatewayV2::Api';
const ORIGIN = 'https://localhost:3000';

/** Sets the CORS configuration of the template again, because MiniStack ignores that of CloudFormation. */
export async function repeatCorsSetting({ aws, outputs, report, signal }: Journey, template: Template): Promise<void> {
  await report.step('UpdateApi with the CORS setting of the template', async () => {
    const api = Object.values(template.Resources).find(({ Type }) => Type === API_TYPE);
    return new ApiGatewayV2Client(aws).send(new UpdateApiCommand({
      ApiId: apiIdOf(outputs.ProfileUrl),
      CorsConfiguration: api?.Properties.CorsConfiguration,
    }), { abortSignal: signal });
  }, ({ $metadata }) => String($metadata.httpStatusCode));
}

/** Sends the preflight request that a browser sends before a page posts a profile. */
export async function preflight({ profileUrl, report, signal }: Journey): Promise<void> {
  await report.step('CORS preflight of a POST', async () => {
    const reply = await send(profileUrl, 204, {
      method: 'OPTIONS',
      headers: {
        'origin': ORIGIN,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
      signal,
    });
    const allowed = reply.headers.get('access-control-allow-origin');
    if (allowed !== '*' && allowed !== ORIGIN) {
      throw new Failure(`The preflight allows the origin ${allowed}, not ${ORIGIN}.`);
    }
    return reply;
  }, statusOf);
}
