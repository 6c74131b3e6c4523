import { createHash } from 'crypto';
import { cpSync, writeFileSync } from 'fs';
import * as path from 'path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { ProfileSchemaDocument } from '../profile-schema/document';

/** The handlers as they ship in the package: bundled when the library is built, so an app's synth bundles nothing. */
const ASSETS = path.join(__dirname, '..', '..', 'assets');

/** The languages that the handlers are written in. */
export type HandlerLanguage = 'nodejs' | 'python';

/** Where functions with a schema find it, beside their code. */
export const SCHEMA_FILE = 'schema.json';

/** The code of a function, with the schema where there is one. */
export function handlerCode(language: HandlerLanguage, schema?: ProfileSchemaDocument): lambda.Code {
  const handlers = path.join(ASSETS, 'handlers', language);
  if (!schema) {
    return lambda.Code.fromAsset(handlers);
  }
  const text = JSON.stringify(schema);
  return lambda.Code.fromAsset(handlers, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Required, but never used, as the local bundling never gives up.
      image: DockerImage.fromRegistry('unused'),
      // The CDK takes two bundlings for the same that differ in their function alone, and one of two schemas would be lost.
      environment: { PROFILE_SCHEMA_SHA256: createHash('sha256').update(text).digest('hex') },
      local: {
        tryBundle(directory) {
          cpSync(handlers, directory, { recursive: true });
          writeFileSync(path.join(directory, SCHEMA_FILE), text);
          return true;
        },
      },
    },
  });
}
