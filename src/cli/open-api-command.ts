import { readFileSync } from 'fs';
import { parseArgs } from 'util';
import { UsageError } from './usage-error';
import { openApi } from '../open-api/open-api';
import { InvalidOptionsError } from '../validation/prop-error';

/** Returns the text of the OpenAPI description that the arguments specify. */
export function openApiCommand(args: string[]): string {
  const { schema, url } = parse(args);
  const profileSchema = schema === undefined ? undefined : readSchema(schema);
  try {
    return `${JSON.stringify(openApi({ profileSchema, profileUrl: url }), null, 2)}\n`;
  } catch (error) {
    throw error instanceof InvalidOptionsError ? new UsageError(error.message) : error;
  }
}

function parse(args: string[]): { readonly schema?: string; readonly url?: string } {
  try {
    return parseArgs({ args, options: { schema: { type: 'string' }, url: { type: 'string' } } }).values;
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
