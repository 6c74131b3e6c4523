import { createHash } from 'crypto';
import { cpSync, writeFileSync } from 'fs';
import * as path from 'path';
import { AssetHashType, DockerImage, FileSystem, Token } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { ProfileSchemaDocument } from '../profile-schema/document';

/** The bundled handlers. The package contains them, so that no bundling is required at synthesis. */
const ASSETS = path.join(__dirname, '..', '..', 'assets');

/** The file that contains the profile schema, in the directory of the code. */
export const SCHEMA_FILE = 'schema.json';

/** The code of the functions of a service. Functions with the same code share one asset, which is hashed and staged once. */
export class HandlerCode {
  /** The handlers alone. */
  public readonly handlers: lambda.Code;
  /** The handlers with the profile schema, if there is one. */
  public readonly withSchema: lambda.Code;

  constructor(runtime: lambda.Runtime, schema?: ProfileSchemaDocument) {
    const directory = path.join(ASSETS, 'handlers', languageOf(runtime));
    this.handlers = lambda.Code.fromAsset(directory);
    this.withSchema = schema ? codeWithSchema(directory, schema) : this.handlers;
  }
}

/** The fingerprints of the handlers by their directory. They are read once, and not again for each schema. */
const fingerprints = new Map<string, string>();

function fingerprintOf(handlers: string): string {
  const fingerprint = fingerprints.get(handlers) ?? FileSystem.fingerprint(handlers);
  fingerprints.set(handlers, fingerprint);
  return fingerprint;
}

function codeWithSchema(handlers: string, schema: ProfileSchemaDocument): lambda.Code {
  const text = JSON.stringify(schema);
  return lambda.Code.fromAsset(handlers, {
    assetHashType: AssetHashType.CUSTOM,
    assetHash: createHash('sha256').update(fingerprintOf(handlers)).update(text).digest('hex'),
    bundling: {
      // Required, but never used, because local bundling always succeeds.
      image: DockerImage.fromRegistry('unused'),
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

/** Returns the language of a runtime: from its name if known, because `new Runtime()` does not require a family. */
function languageOf({ name, family }: lambda.Runtime): 'nodejs' | 'python' {
  const isPython = Token.isUnresolved(name) ? family === lambda.RuntimeFamily.PYTHON : name.startsWith('python');
  return isPython ? 'python' : 'nodejs';
}
