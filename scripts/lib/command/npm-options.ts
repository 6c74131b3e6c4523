import { ParseArgsConfig } from 'node:util';

type OptionConfigs = NonNullable<ParseArgsConfig['options']>;

/**
 * Returns the command to use instead, if npm kept options of this command for itself: those that no `--` precedes.
 *
 * npm passes them on as environment variables, and the value of a separate argument as an argument.
 */
export function commandForNpm(args: readonly string[], options: OptionConfigs, env: NodeJS.ProcessEnv): string | undefined {
  const { npm_lifecycle_event: script } = env;
  // npx passes all arguments on.
  if (script === undefined || script === 'npx') {
    return undefined;
  }
  const kept = Object.entries(options).map(([name, { type }]) => ({ name, type, value: env[`npm_config_${name.replaceAll('-', '_')}`] }))
    .filter(({ value }) => value !== undefined && value !== '');
  if (kept.length === 0) {
    return undefined;
  }
  const flags = kept.map(({ name, type, value }) => `--${name}${type === 'string' && value !== 'true' ? `=${value}` : ''}`);
  return ['npm run', script, '--', ...flags, ...args].join(' ');
}
