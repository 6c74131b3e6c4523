#!/usr/bin/env node
import { localCommand } from './local-command';
import { openApiCommand } from './open-api-command';
import { UsageError } from './usage-error';

const HELP = `Usage: npx cdk-cognito-profile-service <command> [options]

Commands:
  local     deploy a CDK app to a local AWS, and serve a web page that uses its profile service
  openapi   write the OpenAPI description of a service to the standard output

npx cdk-cognito-profile-service <command> --help describes the options of a command.
`;

const COMMANDS: Record<string, (args: string[]) => void | Promise<void>> = { local: localCommand, openapi: openApiCommand };

async function main([command, ...args]: string[]): Promise<void> {
  if (command === undefined || ['--help', '-h'].includes(command)) {
    process.stdout.write(HELP);
    return;
  }
  if (!Object.hasOwn(COMMANDS, command)) {
    throw new UsageError(`There is no command "${command}"; use ${Object.keys(COMMANDS).join(', ')}.`);
  }
  await COMMANDS[command](args);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof UsageError)) {
    throw error;
  }
  process.stderr.write(`${error.message}\nSee npx cdk-cognito-profile-service --help.\n`);
  process.exitCode = 1;
});
