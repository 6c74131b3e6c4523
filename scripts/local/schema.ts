import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ProfileService } from './profile-services';
import { SCHEMA_METADATA, SchemaMetadata } from '../../src/api/schema-metadata';

type Metadata = Readonly<Record<string, readonly { readonly type: string; readonly data?: unknown }[]>>;

interface Manifest {
  readonly artifacts?: Readonly<Record<string, {
    readonly metadata?: Metadata;
    /** Newer versions of the AWS CDK write the metadata to a file of its own. */
    readonly additionalMetadataFile?: string;
    readonly properties?: { readonly stackName?: string };
  }>>;
}

interface Entry extends SchemaMetadata {
  readonly stackName: string;
}

/** Reads the `profileSchema` of a service from the metadata of the cloud assembly. Returns `undefined` if the service has none. */
export async function readProfileSchema(assembly: string, { logicalId, stackName }: ProfileService): Promise<SchemaMetadata['profileSchema'] | undefined> {
  const files = (await readdir(assembly, { recursive: true })).filter((file) => basename(file) === 'manifest.json');
  const entries = (await Promise.all(files.map(async (file) => entriesOf(join(assembly, file))))).flat();
  const ofThisApi = entries.filter(({ apiLogicalId }) => apiLogicalId === logicalId);
  // Stacks can have equal logical IDs. An API in a nested stack is in the metadata of the stack that contains it.
  return (ofThisApi.find((entry) => entry.stackName === stackName) ?? ofThisApi[0])?.profileSchema;
}

async function entriesOf(manifestFile: string): Promise<Entry[]> {
  const { artifacts = {} }: Manifest = await readJson(manifestFile);
  const entries = await Promise.all(Object.entries(artifacts).map(async ([id, { metadata, additionalMetadataFile, properties }]) => {
    const additional: Metadata = additionalMetadataFile === undefined ? {} : await readJson(join(dirname(manifestFile), additionalMetadataFile));
    return [...Object.values(metadata ?? {}), ...Object.values(additional)].flat()
      .filter(({ type }) => type === SCHEMA_METADATA)
      .map(({ data }) => ({ ...data as SchemaMetadata, stackName: properties?.stackName ?? id }));
  }));
  return entries.flat();
}

async function readJson(file: string): Promise<any> {
  return JSON.parse(await readFile(file, 'utf8'));
}
