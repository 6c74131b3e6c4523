import { EventBusServer } from './event-bus-server';
import { EVENT_BUS_ARN } from './stream-records';
import { functionEnvironment } from '../database/dynamodb';
import { HandlerProcess, Invocation, Language } from '../drivers/handler-process';

/** What Lambda does with a batch. */
export interface Published extends Omit<Invocation, 'response'> {
  readonly response: { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] };
}

/** The function that publishes changes, with an event bus. Both are there while the tests around run. */
export interface Publisher {
  readonly bus: EventBusServer;
  /** Gives a batch to the function. */
  publish(records: readonly object[]): Promise<Published>;
}

/** Starts the function of a language, and an event bus that is empty before each test. */
export function publisher(language: Language): Publisher {
  let bus: EventBusServer;
  let handlers: HandlerProcess;

  beforeAll(async () => {
    bus = await EventBusServer.start();
    handlers = startPublisher(language, bus.endpoint);
  });

  beforeEach(() => bus.reset());

  afterAll(async () => {
    await handlers.stop();
    bus.stop();
  });

  return {
    get bus() {
      return bus;
    },
    publish: async (records) => await handlers.invoke('publish', { Records: records }) as unknown as Published,
  };
}

/** Starts a process with the function, with more environment if given. */
export function startPublisher(language: Language, endpoint: string, environment: Record<string, string> = {}): HandlerProcess {
  const { DYNAMODB_TABLE: _, ...ofLambda } = functionEnvironment(endpoint, '');
  return HandlerProcess.start(language, { ...ofLambda, EVENT_BUS: EVENT_BUS_ARN, ...environment }, undefined, 'changes');
}
