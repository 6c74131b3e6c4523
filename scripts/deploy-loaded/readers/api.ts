import {
  ApiGatewayV2Client,
  GetApiMappingCommand,
  GetAuthorizerCommand,
  GetDomainNameCommand,
  GetIntegrationCommand,
  GetRouteCommand,
} from '@aws-sdk/client-apigatewayv2';
import { Properties, Readers } from './reader';
import { send } from '../../local/http';
import { Journey } from '../../local/journey';

export function apiReaders({ aws, signal }: Journey): Readers {
  const gateway = new ApiGatewayV2Client(aws);
  const options = { abortSignal: signal };
  // Of settings that came by CloudFormation, MiniStack answers some with names that the SDK does not know, and leaves out.
  const read = async (path: string): Promise<Properties> =>
    capitalized(JSON.parse((await send(`${aws.endpoint}/v2/apis/${path}`, 200, { signal })).text));
  return {
    'AWS::ApiGatewayV2::Api': async (ApiId) => read(ApiId),
    'AWS::ApiGatewayV2::Stage': async (StageName, { ApiId }) => ({ ApiId, ...await read(`${ApiId}/stages/${StageName}`) }),
    'AWS::ApiGatewayV2::Authorizer': async (AuthorizerId, { ApiId }) =>
      ({ ApiId, ...await gateway.send(new GetAuthorizerCommand({ ApiId, AuthorizerId }), options) }),
    'AWS::ApiGatewayV2::Integration': async (IntegrationId, { ApiId }) =>
      ({ ApiId, ...await gateway.send(new GetIntegrationCommand({ ApiId, IntegrationId }), options) }),
    'AWS::ApiGatewayV2::Route': async (physicalId, { ApiId }) => {
      // On AWS it is the id of the route alone.
      const RouteId = physicalId.split('/').at(-1);
      return { ApiId, ...await gateway.send(new GetRouteCommand({ ApiId, RouteId }), options) };
    },
    'AWS::ApiGatewayV2::DomainName': async (DomainName) => ({ ...await gateway.send(new GetDomainNameCommand({ DomainName }), options) }),
    'AWS::ApiGatewayV2::ApiMapping': async (ApiMappingId, { DomainName }) =>
      ({ DomainName, ...await gateway.send(new GetApiMappingCommand({ DomainName, ApiMappingId }), options) }),
  };
}

function capitalized(value: any): any {
  if (Array.isArray(value)) {
    return value.map(capitalized);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name[0].toUpperCase() + name.slice(1), capitalized(member)]));
}
