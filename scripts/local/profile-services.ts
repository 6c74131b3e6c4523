import {
  Api,
  ApiGatewayV2Client,
  GetApisCommand,
  GetAuthorizerCommand,
  GetIntegrationCommand,
  GetRoutesCommand,
  Route,
} from '@aws-sdk/client-apigatewayv2';
import { PROFILE_PATH } from '../../src/api/profile-path';
import { Failure } from '../lib/command/failure';
import { localProfileUrl } from '../lib/local-aws/addresses';
import { LocalAws } from '../lib/local-aws/local-aws';

const PROFILE_ROUTE = new RegExp(`^[A-Z]+ ${PROFILE_PATH}$`);

/** A deployed profile service, as API Gateway describes it. */
export interface ProfileService {
  readonly name: string;
  readonly apiId: string;
  /** The logical ID of the API, and the name of its stack. */
  readonly logicalId: string;
  readonly stackName: string;
  readonly profileUrl: string;
  readonly issuer: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  /** The names of the functions of the routes. */
  readonly functionNames: readonly string[];
}

/** Finds the profile service that the app deployed: the only one, or that with the name. Requires no outputs of its stacks. */
export async function findProfileService(aws: LocalAws, name: string | undefined, signal: AbortSignal): Promise<ProfileService> {
  const client = new ApiGatewayV2Client(aws);
  const { Items: apis = [] } = await client.send(new GetApisCommand(), { abortSignal: signal });
  const services = (await Promise.all(apis.map(async (api) => describe(client, aws, api, signal)))).filter((service) => service !== undefined);
  if (services.length === 0) {
    throw new Failure('The app deployed no profile service: no HTTP API has the route GET /user/profile with a JWT authorizer. ' +
      'Add a CognitoProfileService to a stack of the app, or name the stack that has one with --stack.');
  }
  const matches = services.filter((service) => name === undefined || service.name === name);
  if (matches.length !== 1) {
    const names = services.map((service) => service.name).join(', ');
    throw new Failure(name === undefined
      ? `The app deployed ${services.length} profile services, and the page shows one. Name it with --service: ${names}.`
      : `--service is "${name}", and the services are: ${names}.`);
  }
  return matches[0];
}

async function describe(
  client: ApiGatewayV2Client,
  aws: LocalAws,
  { ApiId, Name, Tags = {} }: Api,
  signal: AbortSignal,
): Promise<ProfileService | undefined> {
  const { Items: routes = [] } = await client.send(new GetRoutesCommand({ ApiId }), { abortSignal: signal });
  const profileRoutes = routes.filter(({ RouteKey, AuthorizerId }) => AuthorizerId && PROFILE_ROUTE.test(RouteKey!));
  if (profileRoutes.length === 0) {
    return undefined;
  }
  const [{ AuthorizerId }] = profileRoutes;
  const { JwtConfiguration } = await client.send(new GetAuthorizerCommand({ ApiId, AuthorizerId }), { abortSignal: signal });
  const { Issuer: issuer, Audience: [userPoolClientId] = [] } = JwtConfiguration!;
  return {
    name: Name!,
    apiId: ApiId!,
    logicalId: Tags['aws:cloudformation:logical-id'],
    stackName: Tags['aws:cloudformation:stack-name'],
    profileUrl: localProfileUrl(aws.endpoint, ApiId!),
    issuer: issuer!,
    userPoolId: issuer!.split('/').at(-1)!,
    userPoolClientId,
    functionNames: await Promise.all(profileRoutes.map(async (route) => functionOf(client, ApiId!, route, signal))),
  };
}

async function functionOf(client: ApiGatewayV2Client, ApiId: string, { Target }: Route, signal: AbortSignal): Promise<string> {
  const IntegrationId = Target!.replace('integrations/', '');
  const { IntegrationUri } = await client.send(new GetIntegrationCommand({ ApiId, IntegrationId }), { abortSignal: signal });
  return IntegrationUri!.split(':function:')[1].split(/[:/]/)[0];
}
