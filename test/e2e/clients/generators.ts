/** How one generator is run, in a directory with `openapi.json`. `docs/clients.md` has the same commands. */
export interface Generator {
  /** The directory of its programs, in `programs/`. */
  readonly name: string;
  /** The package that has the generator. */
  readonly package: string;
  /** The arguments of its command. */
  readonly arguments: string;
  /** The generated file or directory. */
  readonly output: string;
}

export const OPENAPI_FETCH: Generator = {
  name: 'openapi-fetch',
  package: 'openapi-typescript',
  arguments: 'openapi.json --output profile-api.ts --read-write-markers',
  output: 'profile-api.ts',
};

export const HEY_API: Generator = {
  name: 'hey-api',
  package: '@hey-api/openapi-ts',
  arguments: '--input openapi.json --output profile-client',
  output: 'profile-client',
};

export const PYTHON: Generator = {
  name: 'python',
  package: 'openapi-python-client',
  // Without the last argument, it leaves out methods whose types it does not support.
  arguments: 'generate --path openapi.json --output-path profile_client --meta none --config generator.yaml --fail-on-warning',
  output: 'profile_client',
};

/** The content of `generator.yaml`. With it, an enumeration is a type of texts, as in the other clients. */
export const PYTHON_CONFIG = 'literal_enums: true';

/** The options of `npx cdk-cognito-profile-service openapi` that describe the parts of the service. */
export const DESCRIBED_PARTS = '--administrators --account-deletion';
