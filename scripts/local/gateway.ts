import { ProfileService } from './profile-services';
import { callApiGateway } from '../lib/local-aws/calls';
import { LocalAws } from '../lib/local-aws/local-aws';

interface Api {
  readonly corsConfiguration?: object;
}

/**
 * Makes the HTTP API usable by pages: sets its CORS configuration again, because MiniStack ignores that of CloudFormation, and enables its
 * own endpoint, because a custom domain does not resolve here.
 */
export async function openGateway(aws: LocalAws, { apiId }: ProfileService, signal: AbortSignal): Promise<void> {
  const { corsConfiguration = {} } = await callApiGateway<Api>(aws, 'GET', `/v2/apis/${apiId}`, signal);
  await callApiGateway(aws, 'PATCH', `/v2/apis/${apiId}`, signal, {
    disableExecuteApiEndpoint: false,
    // MiniStack keeps the names as CloudFormation has them, with a capital, and then looks for those of the API.
    corsConfiguration: Object.fromEntries(Object.entries(corsConfiguration).map(([name, value]) => [name[0].toLowerCase() + name.slice(1), value])),
  });
}
