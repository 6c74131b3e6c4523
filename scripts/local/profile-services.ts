import { PROFILE_PATH } from '../../src/api/paths';
import { Failure } from '../lib/command/failure';
import { localProfileUrl } from '../lib/local-aws/addresses';
import { callApiGateway } from '../lib/local-aws/calls';
import { LocalAws } from '../lib/local-aws/local-aws';

const PROFILE_ROUTE = new RegExp(`^[A-Z]+ ${PROFILE_PATH}$`);
/** Those, and the routes of administrators and of the deletion of accounts. */
const ROUTE_OF_SERVICE = /^[A-Z]+ (?:\/user(?:\/profile)?|\/users(?:\/profiles|\/\{sub\}(?:\/profile)?))$/;

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
  /** The IDs of the integrations of the routes. */
  readonly integrationIds: readonly string[];
}

interface Items<Item> {
  readonly items: readonly Item[];
}

interface Api {
  readonly apiId: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
}

interface Route {
  readonly routeKey: string;
  readonly authorizerId?: string;
  readonly target: string;
}

interface Authorizer {
  readonly jwtConfiguration: { readonly issuer: string; readonly audience: readonly string[] };
}

/** Finds the profile service that the app deployed: the only one, or that with the name. Requires no outputs of its stacks. */
export async function findProfileService(aws: LocalAws, name: string | undefined, signal: AbortSignal): Promise<ProfileService> {
  const { items: apis } = await callApiGateway<Items<Api>>(aws, 'GET', '/v2/apis', signal);
  const services = (await Promise.all(apis.map(async (api) => describe(aws, api, signal)))).filter((service) => service !== undefined);
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

async function describe(aws: LocalAws, { apiId, name, tags }: Api, signal: AbortSignal): Promise<ProfileService | undefined> {
  const { items: routes } = await callApiGateway<Items<Route>>(aws, 'GET', `/v2/apis/${apiId}/routes`, signal);
  const authorizerId = routes.find(({ routeKey, authorizerId: id }) => id && PROFILE_ROUTE.test(routeKey))?.authorizerId;
  if (authorizerId === undefined) {
    return undefined;
  }
  const ofService = routes.filter((route) => route.authorizerId === authorizerId && ROUTE_OF_SERVICE.test(route.routeKey));
  const { jwtConfiguration } = await callApiGateway<Authorizer>(aws, 'GET', `/v2/apis/${apiId}/authorizers/${authorizerId}`, signal);
  const { issuer, audience } = jwtConfiguration;
  return {
    name,
    apiId,
    logicalId: tags['aws:cloudformation:logical-id'],
    stackName: tags['aws:cloudformation:stack-name'],
    profileUrl: localProfileUrl(aws.endpoint, apiId),
    issuer,
    userPoolId: issuer.split('/').at(-1)!,
    userPoolClientId: audience[0],
    integrationIds: ofService.map(({ target }) => target.replace('integrations/', '')),
  };
}
