import { HandlerModule } from '../drivers/handler-process';

/** A route of the API, and the handler behind it. */
export interface Route {
  readonly method: string;
  /** The path, with the names of its parameters in braces. */
  readonly path: string;
  readonly module: HandlerModule;
  readonly handler: string;
}

/** All routes, by method and path. */
const ROUTES: readonly Route[] = [
  ...profileRoutes('/user/profile', 'profile'),
  ...profileRoutes('/users/{sub}/profile', 'profiles'),
  { method: 'GET', path: '/users/profiles', module: 'profiles', handler: 'list' },
  { method: 'DELETE', path: '/user', module: 'account', handler: 'delete' },
  { method: 'DELETE', path: '/users/{sub}', module: 'accounts', handler: 'delete' },
];

/** Finds the route of a request, and the values of the parameters in its path. */
export function routeOf(method: string, path: string): { readonly route: Route; readonly parameters: Record<string, string> } {
  for (const route of ROUTES.filter((each) => each.method === method)) {
    // A parameter is a segment of the path, as in an HTTP API.
    const match = new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(path);
    if (match) {
      const values = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
      return { route, parameters: Object.fromEntries(values) };
    }
  }
  throw new Error(`No route for ${method} ${path}.`);
}

function profileRoutes(path: string, module: HandlerModule): Route[] {
  return [
    { method: 'GET', path, module, handler: 'read' },
    { method: 'POST', path, module, handler: 'replace' },
    { method: 'PATCH', path, module, handler: 'update' },
    { method: 'DELETE', path, module, handler: 'delete' },
  ];
}
