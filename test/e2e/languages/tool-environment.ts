import { devNull } from 'node:os';
import { Session } from '../../../scripts/lib/command/session';

/** The environment of the user, with its registries and caches, and without what could lead to an AWS account. */
export function toolEnvironment(session: Session): NodeJS.ProcessEnv {
  const { PATH, ...variables } = process.env;
  return {
    ...Object.fromEntries(Object.entries(variables).filter(([name]) => !/^(?:AWS|CDK)_/.test(name))),
    TMPDIR: session.path('tmp'),
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_DISABLE_VERSION_CHECK: 'true',
    // Validation takes seconds, and the tests validate the same templates.
    CDK_VALIDATION: 'false',
  };
}
