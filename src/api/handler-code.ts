import * as path from 'path';
import { Token } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { StagedCode } from './staged-code';
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
    this.handlers = new StagedCode(directory);
    this.withSchema = schema ? new StagedCode(directory, { [SCHEMA_FILE]: JSON.stringify(schema) }) : this.handlers;
  }
}

/** Returns the language of a runtime: from its name if known, because `new Runtime()` does not require a family. */
function languageOf({ name, family }: lambda.Runtime): 'nodejs' | 'python' {
  const isPython = Token.isUnresolved(name) ? family === lambda.RuntimeFamily.PYTHON : name.startsWith('python');
  return isPython ? 'python' : 'nodejs';
}
