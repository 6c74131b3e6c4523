import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Code, LayerVersion } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { buildSync } from 'esbuild';

/** The packages that the functions of the recipes import. */
const PACKAGES = ['@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb'];

/** The AWS SDK for JavaScript, which the runtimes of Lambda have, and the local AWS has not. */
export function sdkLayer(scope: Construct): LayerVersion {
  const directory = mkdtempSync(join(tmpdir(), 'sdk-'));
  for (const name of PACKAGES) {
    const target = join(directory, 'nodejs', 'node_modules', name);
    buildSync({
      stdin: { contents: `export * from '${name}';`, resolveDir: __dirname },
      outfile: join(target, 'index.js'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      mainFields: ['module', 'main'],
      // For its dependencies that are CommonJS.
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
      external: PACKAGES.filter((other) => other !== name),
      logLevel: 'error',
    });
    writeFileSync(join(target, 'package.json'), JSON.stringify({ type: 'module' }));
  }
  return new LayerVersion(scope, 'Sdk', { code: Code.fromAsset(directory) });
}
