import { once } from 'events';
import { Agent, IncomingMessage, request as httpRequest, ServerResponse } from 'http';
import { isDeepStrictEqual } from 'util';
import { Answer, MADE_UP, send, Treatment } from './faults';
import { Item, ProfileTable } from '../database/profile-table';

/** A state that somebody gave the profile. */
export interface Effect {
  readonly by: 'handler' | 'another writer';
  readonly item: Item | undefined;
  /** Whether it was sent to DynamoDB after the handler had answered. */
  readonly late: boolean;
}

/** Does something between two calls. */
export type Happening = (session: FaultSession) => Promise<void>;

/** What happens in the course of one invocation, by the number of the call of an AWS service, from 1. */
export interface Script {
  readonly treatments: Readonly<Record<number, Treatment>>;
  /** Before the call is looked at. */
  readonly before: Readonly<Record<number, readonly Happening[]>>;
}

/** The operations that change an item. */
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem'];

/** Where the calls go. */
export interface Backend {
  /** Of DynamoDB. */
  readonly endpoint: string;
  /** Of Amazon Cognito. */
  readonly userPoolEndpoint: string;
  readonly agent: Agent;
  readonly table: ProfileTable;
}

/** One invocation, as DynamoDB sees it. All writes to the profile pass here, so its states are known. */
export class FaultSession {
  /** The states of the profile, beginning with the one before the invocation. */
  public readonly effects: Effect[] = [];
  /** The operations that the handler called, with what happened to them. */
  public readonly calls: { readonly operation: string; readonly treatment?: Treatment }[] = [];
  private readonly held: (() => Promise<unknown>)[] = [];
  /** Ends when all is through that was let through so far. */
  private landing: Promise<unknown> = Promise.resolve();
  private answered = false;

  constructor(
    private readonly backend: Backend,
    public readonly handler: string,
    public readonly sub: string,
    private readonly script: Script,
  ) {}

  /** What is stored. */
  public get item(): Item | undefined {
    return this.effects.at(-1)?.item;
  }

  /** Stores a profile as another writer does; nothing erases what is there. */
  public async put(item: Item | undefined): Promise<void> {
    await this.backend.table.put(this.sub, item);
    this.effects.push({ by: 'another writer', item, late: this.answered });
  }

  /** Lets through what was held back, and waits for it even where that began before: a slow machine has the handler give up meanwhile. */
  public async land(): Promise<void> {
    for (const forward of this.held.splice(0)) {
      this.landing = this.landing.then(forward);
    }
    await this.landing;
  }

  /** From here on, the handler has answered. */
  public end(): void {
    this.answered = true;
  }

  /** Does to a call what the script says. */
  public async handle(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    const [service, operation] = String(request.headers['x-amz-target']).split('.');
    const number = this.calls.length + 1;
    const treatment = this.script.treatments[number];
    this.calls.push({ operation, treatment });
    for (const happening of this.script.before[number] ?? []) {
      await happening(this);
    }
    const endpoint = service.startsWith('DynamoDB') ? this.backend.endpoint : this.backend.userPoolEndpoint;
    const forward = async () => this.forward(endpoint, operation, request, body);
    if (!treatment) {
      return send(response, await forward());
    }
    if (treatment.reaches === 'late') {
      this.held.push(forward);
    }
    const answer = treatment.reaches === 'before' ? await forward() : MADE_UP;
    return treatment.fault(request, response, answer);
  }

  private async forward(endpoint: string, operation: string, { headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    // Now, because the handler may read what was written, and answer, before the proxy has heard of it.
    const late = this.answered;
    const request = httpRequest(endpoint, { method: 'POST', agent: this.backend.agent, headers }).end(body);
    const [response] = await once(request, 'response') as [IncomingMessage];
    const { 'content-type': type, 'x-amz-crc32': checksum } = response.headers;
    const answer = {
      status: response.statusCode!,
      headers: { 'content-type': type!, ...(checksum !== undefined && { 'x-amz-crc32': String(checksum) }) },
      body: await bytesOf(response),
    };
    if (answer.status === 200 && WRITES.includes(operation)) {
      const item = await this.backend.table.get(this.sub);
      // To delete what is not there has no effect, nor has the same write with the same version and times.
      if (!isDeepStrictEqual(item, this.item)) {
        this.effects.push({ by: 'handler', item, late });
      }
    }
    return answer;
  }
}

/** All of a body. */
export async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  return Buffer.concat(await stream.toArray());
}
