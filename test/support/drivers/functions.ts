import { HandlerModule, HandlerProcess, Invocation, Language } from './handler-process';
import { Claims, httpApiEvent, HttpRequest, PayloadFormat, PROFILE_PATH } from '../client/http-api-event';
import { routeOf } from '../client/routes';
import { LocalUserPool } from '../user-pool/user-pool';

/** The group of the administrators, unless a test says otherwise. */
export const ADMIN_GROUP = 'administrators';
/** The time to live attribute of the construct's own table. */
export const TIME_TO_LIVE_ATTRIBUTE = 'expires_at';

/** The environment of the functions of a module, with what the construct sets for those of every service. */
export function environmentOf(module: HandlerModule, environment: Record<string, string>, users: LocalUserPool): Record<string, string> {
  return {
    ...environment,
    ...((module === 'profiles' || module === 'accounts') && { ADMIN_GROUP }),
    ...((module === 'account' || module === 'accounts') && {
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: users.endpoint,
      USER_POOL_ID: users.id,
      TIME_TO_LIVE_ATTRIBUTE,
    }),
  };
}

/** All functions of a service behind its routes: a process for each module, which starts with its first request. */
export class Functions {
  private readonly processes = new Map<HandlerModule, HandlerProcess>();

  /** @param code the directory of the code; by default that of the package, without a schema */
  constructor(
    private readonly language: Language,
    private readonly environment: Record<string, string>,
    private readonly users: LocalUserPool,
    private readonly code?: string,
  ) {}

  /** Sends a request after those before, with other values in the environment if given, which are there for this request only. */
  public async send(
    format: PayloadFormat,
    request: HttpRequest,
    claims: Claims,
    requestId: string,
    environment: Record<string, string> = {},
  ): Promise<Invocation> {
    const { module, handler } = this.routeOf(request);
    const event = httpApiEvent(format, request, claims, requestId);
    return this.process(module).invoke(handler, event, { ...environmentOf(module, this.environment, this.users), ...environment });
  }

  /** Sends a request while others are under way, which have the same values in the environment: each sets them for all. */
  public async sendAlongside(request: HttpRequest, claims: Claims, requestId: string, environment: Record<string, string> = {}): Promise<Invocation> {
    const { module, handler } = this.routeOf(request);
    return this.process(module).invokeAlongside(handler, httpApiEvent('2.0', request, claims, requestId), environment);
  }

  /** The process of a module. */
  public process(module: HandlerModule): HandlerProcess {
    const running = this.processes.get(module)
      ?? HandlerProcess.start(this.language, environmentOf(module, this.environment, this.users), this.code, module);
    this.processes.set(module, running);
    return running;
  }

  public async stop(): Promise<void> {
    await Promise.all([...this.processes.values()].map(async (each) => each.stop()));
  }

  private routeOf({ method, path = PROFILE_PATH }: HttpRequest) {
    return routeOf(method, path.split('?')[0]).route;
  }
}
