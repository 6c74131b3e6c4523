import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NODE, runProgram } from './process';
import { StoredObject } from '../../src/handlers/nodejs/domain/stored-value';
import { toAttributes } from '../../src/handlers/nodejs/store/item';
import { HttpApiEvent, httpApiEvent } from '../../test/support/client/http-api-event';
import { MEGABYTES_OF_A_VCPU } from '../../test/support/cost/cost-run';
import { InstantDynamoDb } from '../../test/support/database/instant-dynamodb';
import { Language } from '../../test/support/drivers/handler-process';
import { certificate, trusting } from '../../test/support/faults/certificates';
import { Sample } from '../rounds';

/** The memory of a function by default, and the share of a vCPU that it has after the load, during which Lambda gives it a whole one. */
export const MEGABYTES = 512;
export const SHARE = MEGABYTES / MEGABYTES_OF_A_VCPU;

/** A function to run: a file of Node.js, or a module of Python in a directory, and the name of a handler in it. */
export interface FunctionCode {
  readonly language: Language;
  readonly directory: string;
  readonly module: string;
  readonly handler: string;
}

const HANDLERS = join(__dirname, '..', '..', 'assets', 'handlers');
const PEERS = join(__dirname, 'peers');

/** The handlers of this library. */
export function ownHandler(language: Language, handler: string, directory = join(HANDLERS, language)): FunctionCode {
  const module = language === 'python' ? 'profile' : ['profile.mjs', 'profile.js'].find((file) => existsSync(join(directory, file)))!;
  return { language, directory, module, handler };
}

/** A handler to compare with, which reads a profile. */
export function peer(language: Language, module: string): FunctionCode {
  return { language, directory: PEERS, module, handler: 'read' };
}

/** What a cold start took: the CPU time of its phases, and the wall time. */
export interface ColdStart extends Sample {
  readonly runtimeMs: number;
  readonly loadMs: number;
  readonly callMs: number;
}

/** Starts a process that loads a function and invokes it once. */
export async function coldStart(code: FunctionCode, python: string, environment: NodeJS.ProcessEnv, event: HttpApiEvent): Promise<ColdStart> {
  const [file, ...args] = code.language === 'nodejs'
    ? [NODE, join(__dirname, 'run-once.mjs'), join(code.directory, code.module), code.handler]
    // Lambda can't write byte code beside the function, so each cold start compiles its sources; only the packages have byte code.
    : [python, '-B', join(__dirname, 'run_once.py'), code.directory, code.module, code.handler];
  const phases = await runProgram<Omit<ColdStart, 'cpuMs'>>(file, args, environment, event);
  return { ...phases, cpuMs: phases.runtimeMs + phases.loadMs + phases.callMs };
}

/** Starts a stand-in for DynamoDB behind TLS, which holds one profile, and returns it with the environment of a function. */
export async function startDatabase(profileData: object): Promise<{ database: InstantDynamoDb; environment: NodeJS.ProcessEnv }> {
  const database = await InstantDynamoDb.start(itemOf(profileData), certificate('trusted'));
  return { database, environment: { ...database.environment, ...trusting('trusted'), MAX_PROFILE_SIZE: String(384 * 1024) } };
}

const SUB = 'b2c4d1e0-5f3a-4c8e-9d21-7a6b5c4d3e2f';

/** The event of a request. */
export function eventOf(method: string, body?: unknown): HttpApiEvent {
  return httpApiEvent('2.0', {
    method,
    headers: { 'Content-Type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' },
    body: body === undefined ? undefined : { text: JSON.stringify(body) },
  }, { sub: SUB }, 'bench-request');
}

function itemOf(profileData: object): object {
  const time = '2026-01-01T00:00:00.000Z';
  return toAttributes({
    pk: 'USERS#ALL',
    sk: `USER#${SUB}`,
    profile_data: profileData as StoredObject,
    version: '0123456789abcdef0123456789abcdef',
    created_at: time,
    updated_at: time,
  });
}
