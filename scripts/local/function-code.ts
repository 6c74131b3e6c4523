import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { GetFunctionCommand, LambdaClient, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ProfileService } from './profile-services';
import { Runtime } from '../lib/command/options';
import { LocalAws } from '../lib/local-aws/local-aws';

const SCHEMA_FILE = 'schema.json';

/** The code of the functions of a service, which all have the same. */
export class FunctionCode {
  /** Reads the code that is deployed. */
  public static async read(aws: LocalAws, { functionNames }: ProfileService, signal: AbortSignal): Promise<FunctionCode> {
    const client = new LambdaClient(aws);
    const { Code, Configuration } = await client.send(new GetFunctionCommand({ FunctionName: functionNames[0] }), { abortSignal: signal });
    const response = await fetch(Code!.Location!, { signal });
    if (!response.ok) {
      throw new Error(`GET ${Code!.Location} answered ${response.status}: ${await response.text()}`);
    }
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()), { filter: ({ name }) => name === SCHEMA_FILE });
    const schema = files[SCHEMA_FILE] && strFromU8(files[SCHEMA_FILE]);
    const language = Configuration!.Runtime!.startsWith('python') ? 'python' : 'nodejs';
    return new FunctionCode(client, functionNames, language, schema, signal);
  }

  private constructor(
    private readonly client: LambdaClient,
    private readonly functionNames: readonly string[],
    public readonly language: Runtime,
    /** The text of the profile schema, if the service has one. */
    public readonly profileSchema: string | undefined,
    private readonly signal: AbortSignal,
  ) {}

  /** Replaces the code with the files of a directory. Keeps the profile schema. */
  public async replace(directory: string): Promise<void> {
    const files = await filesIn(directory);
    if (this.profileSchema !== undefined) {
      files[SCHEMA_FILE] = strToU8(this.profileSchema);
    }
    const ZipFile = zipSync(files);
    await Promise.all(this.functionNames.map(async (FunctionName) =>
      this.client.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }), { abortSignal: this.signal })));
  }
}

async function filesIn(directory: string): Promise<Record<string, Uint8Array>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(paths.map(async (path) =>
    [relative(directory, path).replaceAll(sep, '/'), new Uint8Array(await readFile(path))])));
}
