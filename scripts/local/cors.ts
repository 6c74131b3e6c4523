import { ApiGatewayV2Client, UpdateApiCommand } from '@aws-sdk/client-apigatewayv2';
import { apiIdOf } from '../lib/local-aws/addresses';
import { Template } from '../lib/local-aws/cdk-app';
import { preflight, readFromPage } from '../lib/user/cors';
import { statusOf } from '../lib/user/http';
import { Journey } from '../lib/user/journey';

const API_TYPE = 'AWS::ApiGatewayV2::Api';

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

/** Sends the requests of a page of another origin. The user has no profile. */
export async function useFromPage({ profileUrl, report, signal }: Journey, token: string): Promise<void> {
  await report.step('CORS preflight of a PATCH', async () => preflight(profileUrl, signal), statusOf);
  await report.step('GET from a page', async () => readFromPage(profileUrl, 404, token, signal), statusOf);
}
