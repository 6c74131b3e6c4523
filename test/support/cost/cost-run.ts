import { randomUUID } from 'crypto';
import { CostCase } from './cost-cases';
import { httpApiEvent } from '../client/http-api-event';
import { HANDLERS, Method } from '../client/profile-client';
import { InstantDynamoDb } from '../database/instant-dynamodb';
import { HandlerProcess, Language } from '../drivers/handler-process';

/** What a request took. */
export interface Cost {
  readonly method: Method;
  readonly status: number;
  /** CPU time, where the calibration's is 1. */
  readonly units: number;
  /** The most memory that the process had until then. */
  readonly memoryBytes: number;
}

/**
 * The memory at which a function has one vCPU; its share grows with the memory.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
 */
export const MEGABYTES_OF_A_VCPU = 1_769;
/** What the calibration is taken to need on a vCPU of Lambda's, as on a server of these years; it was not measured there. */
const REFERENCE_SECONDS = 0.1;

/** How long units of the calibration take on Lambda, with so much memory. */
export function secondsOnLambda(units: number, megabytes: number): number {
  return units * REFERENCE_SECONDS * MEGABYTES_OF_A_VCPU / megabytes;
}

/** A function with so much memory, and so large profiles. */
export interface Deployment {
  readonly language: Language;
  readonly megabytes: number;
  readonly maxProfileSize: number;
}

/**
 * Sends the requests of a case, one of each method, to handlers that have answered a request before.
 *
 * The calibration before and after each of them tells how fast the machine is then, so that a slow one fails no test.
 */
export async function costsOf(costCase: CostCase, { language, megabytes, maxProfileSize }: Deployment): Promise<Cost[]> {
  const database = await InstantDynamoDb.start();
  const handlers = HandlerProcess.start(language, {
    ...database.environment,
    MAX_PROFILE_SIZE: String(maxProfileSize),
    // As Lambda's runtime divides the memory of a function.
    ...(language === 'nodejs' && {
      NODE_OPTIONS: `--max-old-space-size=${Math.floor(megabytes * 0.9)} --max-semi-space-size=${Math.floor(megabytes * 0.05)}`,
    }),
  });
  try {
    await handlers.invoke(HANDLERS.POST, eventOf('POST', '{}'));
    const costs: Cost[] = [];
    for (const method of ['POST', 'GET', 'PATCH', 'DELETE'] as const) {
      const event = eventOf(method, method === 'POST' || method === 'PATCH' ? costCase.body : undefined);
      const before = await handlers.calibrate();
      const { response, usage } = await handlers.invoke(HANDLERS[method], event);
      const unit = (before + await handlers.calibrate()) / 2;
      costs.push({ method, status: response.statusCode, units: usage.cpuSeconds / unit, memoryBytes: usage.memoryBytes });
    }
    return costs;
  } finally {
    await handlers.stop();
    await database.stop();
  }
}

function eventOf(method: Method, body: string | undefined): Record<string, unknown> {
  return httpApiEvent('2.0', {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : { base64: Buffer.from(body).toString('base64') },
  }, { sub: randomUUID() }, randomUUID());
}
