import { readFileSync } from 'fs';
import { parseArgs } from 'util';
import { UsageError } from './usage-error';
import { openApi } from '../open-api/open-api';
import { InvalidOptionsError } from '../validation/prop-error';

const HELP = `Usage: npx cdk-cognito-profile-service openapi [options]

Writes the OpenAPI description of a service to the standard output.

Options:
  --schema <file>   the profileSchema of the service, a JSON file (default: the profile is any JSON object)
  --url <url>       the profileUrl of the service (default: the URL of an example)
  --help            print this help
`;

interface Options {
  readonly schema?: string;
  readonly url?: string;
  readonly help?: boolean;
}

/** Writes the OpenAPI description that the arguments specify to the standard output. */
export function openApiCommand(args: string[]): void {
  const { schema, url, help } = parse(args);
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  const profileSchema = schema === undefined ? undefined : readSchema(schema);
  try {
    process.stdout.write(`${JSON.stringify(openApi({ profileSchema, profileUrl: url }), null, 2)}\n`);
  } catch (error) {
    throw error instanceof InvalidOptionsError ? new UsageError(error.message) : error;
  }
}

function parse(args: string[]): Options {
  try {
    return parseArgs({ args, options: { schema: { type: 'string' }, url: { type: 'string' }, help: { type: 'boolean', short: 'h' } } }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function readSchema(file: string): { [key: string]: unknown } {
  let schema: unknown;
  try {
    schema = JSON.parse(readFileSync(file, 'utf-8'));
  } catch (error) {
    throw new UsageError(`--schema: '${file}' can't be read as JSON: ${(error as Error).message}`);
  }
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    throw new UsageError(`--schema: '${file}' does not contain a JSON object; specify a JSON Schema.`);
  }
  return schema as { [key: string]: unknown };
}
