import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { GetFunctionCommand, LambdaClient, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { unzipSync, zipSync } from 'fflate';
import { ProfileService } from './profile-services';
import { SCHEMA_FILE } from '../../src/api/handler-code';
import { Runtime } from '../lib/command/options';
import { callApiGateway } from '../lib/local-aws/calls';
import { LocalAws } from '../lib/local-aws/local-aws';

interface Integration {
  /** The ARN of the function, perhaps with a version or an alias. */
  readonly integrationUri: string;
}

/** The code of the functions of a service. */
export class FunctionCode {
  public static async of(aws: LocalAws, { apiId, integrationIds }: ProfileService, signal: AbortSignal): Promise<FunctionCode> {
    const functionNames = await Promise.all(integrationIds.map(async (id) => {
      const { integrationUri } = await callApiGateway<Integration>(aws, 'GET', `/v2/apis/${apiId}/integrations/${id}`, signal);
      return integrationUri.split(':function:')[1].split(/[:/]/)[0];
    }));
    return new FunctionCode(new LambdaClient(aws), functionNames, signal);
  }

  private constructor(
    private readonly client: LambdaClient,
    private readonly functionNames: readonly string[],
    private readonly signal: AbortSignal,
  ) {}

  /** Returns the language of the functions. */
  public async language(): Promise<Runtime> {
    const [FunctionName] = this.functionNames;
    const { Configuration } = await this.client.send(new GetFunctionCommand({ FunctionName }), { abortSignal: this.signal });
    return Configuration!.Runtime!.startsWith('python') ? 'python' : 'nodejs';
  }

  /** Replaces the code of all functions with the files of a directory. A compiled profile schema in the code is kept. */
  public async replace(directory: string): Promise<void> {
    const files = await filesIn(directory);
    await Promise.all(this.functionNames.map(async (FunctionName) => {
      const ZipFile = zipSync({ ...files, ...await this.schemaOf(FunctionName) });
      await this.client.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }), { abortSignal: this.signal });
    }));
  }

  /** Returns the file of the compiled profile schema, if the function has one. */
  private async schemaOf(FunctionName: string): Promise<Record<string, Uint8Array>> {
    const { Code } = await this.client.send(new GetFunctionCommand({ FunctionName }), { abortSignal: this.signal });
    const response = await fetch(Code!.Location!, { signal: this.signal });
    if (!response.ok) {
      throw new Error(`GET ${Code!.Location} answered ${response.status}: ${await response.text()}`);
    }
    return unzipSync(new Uint8Array(await response.arrayBuffer()), { filter: ({ name }) => name === SCHEMA_FILE });
  }
}

async function filesIn(directory: string): Promise<Record<string, Uint8Array>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(paths.map(async (path) =>
    [relative(directory, path).replaceAll(sep, '/'), new Uint8Array(await readFile(path))])));
}
