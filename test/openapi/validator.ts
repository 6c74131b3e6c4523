import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';

/** Validates a description of an API by the JSON Schema of OpenAPI. Returns `{ valid: true }`, or the errors. */
export function validate(description: object): object {
  // The validator is an ES module, which Jest does not load.
  const program = path.join(path.dirname(require.resolve('@seriousme/openapi-schema-validator')), 'bin', 'validate-api-cli.js');
  const directory = mkdtempSync(path.join(tmpdir(), 'openapi-'));
  try {
    const file = path.join(directory, 'openapi.json');
    writeFileSync(file, JSON.stringify(description));
    return JSON.parse(spawnSync(process.execPath, [program, file], { encoding: 'utf-8' }).stdout);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
