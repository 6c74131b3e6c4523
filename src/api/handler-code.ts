import { createHash } from 'crypto';
import { cpSync, writeFileSync } from 'fs';
import * as path from 'path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { ProfileSchemaDocument } from '../profile-schema/document';

/** The bundled handlers. The package contains them, so that no bundling is required at synthesis. */
const ASSETS = path.join(__dirname, '..', '..', 'assets');

/** The languages of the handlers. */
export type HandlerLanguage = 'nodejs' | 'python';

/** The file that contains the profile schema, in the directory of the code. */
export const SCHEMA_FILE = 'schema.json';

/** Returns the code of a function, with the profile schema if specified. */
export function handlerCode(language: HandlerLanguage, schema?: ProfileSchemaDocument): lambda.Code {
  const handlers = path.join(ASSETS, 'handlers', language);
  if (!schema) {
    return lambda.Code.fromAsset(handlers);
  }
  const text = JSON.stringify(schema);
  return lambda.Code.fromAsset(handlers, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Required, but never used, because local bundling always succeeds.
      image: DockerImage.fromRegistry('unused'),
      // The AWS CDK caches bundled assets by the options without `tryBundle`. Without the hash, all schemas would share one asset.
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
