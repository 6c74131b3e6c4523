import { once } from 'events';
import { createServer, IncomingMessage, Server } from 'http';
import { AddressInfo } from 'net';
import { json } from 'stream/consumers';

/** A user of a user pool. */
export interface User {
  readonly username: string;
  readonly sub: string;
  /** Whether the user signs in with another identity provider, and is not known by the `sub`. */
  readonly federated?: boolean;
}

/** Members of a request or a response. */
type Json = Record<string, any>;

/** An answer: the name of an error, or the members of the response; without them, its body is empty. */
type Answer = { readonly error: string } | { readonly body?: Json };

/** The default page of ListUsers. */
const MAX_USERS = 60;
const FILTER = /^sub = "([^"\\]+)"$/;

/**
 * Stands in for Amazon Cognito where it deletes and finds users, on a free port of loopback, in memory. The end-to-end tests use MiniStack,
 * which takes seconds to start.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
 */
export class LocalUserPool {
  public static async start(): Promise<LocalUserPool> {
    const pool = new LocalUserPool();
    pool.server.listen(0, '127.0.0.1');
    await once(pool.server, 'listening');
    return pool;
  }

  public readonly id = 'us-east-1_Local0001';
  /** How many pages without users ListUsers returns before the one with the user, as a filter allows. */
  public emptyPages = 0;
  private readonly users = new Map<string, User>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer(async (request, response) => {
      const answer = this.answer(operationOf(request), await json(request) as Json);
      const body = 'error' in answer ? { __type: answer.error, message: 'secret detail' } : answer.body;
      response.writeHead('error' in answer ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(body && JSON.stringify(body));
    });
  }

  public get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Adds a user. */
  public add(user: User): void {
    this.users.set(user.username, user);
  }

  /** Whether there is a user with this `sub`. */
  public has(sub: string): boolean {
    return [...this.users.values()].some((user) => user.sub === sub);
  }

  public async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private answer(operation: string, input: Json): Answer {
    if (input.UserPoolId !== this.id) {
      return { error: 'ResourceNotFoundException' };
    }
    switch (operation) {
      case 'AdminGetUser': return this.get(input);
      case 'AdminDeleteUser': return this.delete(input);
      case 'ListUsers': return this.list(input);
      default: return { error: 'UnknownOperationException' };
    }
  }

  private get(input: Json): Answer {
    const user = this.find(input);
    return user ? { body: { ...describe(user), UserAttributes: attributesOf(user) } } : { error: 'UserNotFoundException' };
  }

  private delete(input: Json): Answer {
    const user = this.find(input);
    return user && this.users.delete(user.username) ? {} : { error: 'UserNotFoundException' };
  }

  /** By the username, or the `sub` of a local user. */
  private find({ Username }: Json): User | undefined {
    return this.users.get(Username) ?? [...this.users.values()].find(({ sub, federated }) => sub === Username && !federated);
  }

  private list({ Filter, Limit = MAX_USERS, PaginationToken, AttributesToGet }: Json): Answer {
    const [, wanted] = FILTER.exec(Filter) ?? [];
    if (wanted === undefined || Limit > MAX_USERS || AttributesToGet?.join() !== 'sub') {
      return { error: 'InvalidParameterException' };
    }
    const page = Number(PaginationToken ?? 0);
    if (page < this.emptyPages) {
      return { body: { Users: [], PaginationToken: String(page + 1) } };
    }
    const found = [...this.users.values()].filter(({ sub }) => sub === wanted);
    return { body: { Users: found.map((user) => ({ ...describe(user), Attributes: attributesOf(user) })) } };
  }
}

function attributesOf({ sub }: User): Json[] {
  return [{ Name: 'sub', Value: sub }];
}

function describe({ username, federated }: User): Json {
  return {
    Username: username,
    Enabled: true,
    UserStatus: federated ? 'EXTERNAL_PROVIDER' : 'CONFIRMED',
    UserCreateDate: 1764374400,
    UserLastModifiedDate: 1764374400,
  };
}

function operationOf(request: IncomingMessage): string {
  return String(request.headers['x-amz-target']).replace(/^AWSCognitoIdentityProviderService\./, '');
}
