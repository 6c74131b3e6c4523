import { readFileSync } from 'fs';
import { parseArgs } from 'util';
import { UsageError } from './usage-error';
import { openApi } from '../open-api/open-api';
import { InvalidOptionsError } from '../validation/prop-error';

const HELP = `Usage: npx cdk-cognito-profile-service openapi [options]

Writes the OpenAPI description of a service to the standard output.

Options:
  --schema <file>      the profileSchema of the service, a JSON file (default: the profile is any JSON object)
  --url <url>          the profileUrl of the service (default: the URL of an example)
  --administrators     the service has an adminGroup: describe the operations of administrators
  --account-deletion   the service has accountDeletion: describe the deletion of accounts
  --help               print this help
`;

const OPTIONS = {
  'schema': { type: 'string' },
  'url': { type: 'string' },
  'administrators': { type: 'boolean' },
  'account-deletion': { type: 'boolean' },
  'help': { type: 'boolean', short: 'h' },
} as const;

/** Writes the OpenAPI description that the arguments specify to the standard output. */
export function openApiCommand(args: string[]): void {
  const { schema, url, administrators, 'account-deletion': accountDeletion, help } = parse(args);
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  const profileSchema = schema === undefined ? undefined : readSchema(schema);
  try {
    const description = openApi({ profileSchema, profileUrl: url, administrators, accountDeletion });
    process.stdout.write(`${JSON.stringify(description, null, 2)}\n`);
  } catch (error) {
    throw error instanceof InvalidOptionsError ? new UsageError(error.message) : error;
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
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
