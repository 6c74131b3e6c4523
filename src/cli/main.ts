#!/usr/bin/env node
import { openApiCommand } from './open-api-command';
import { UsageError } from './usage-error';

const HELP = `Usage: npx cdk-cognito-profile-service <command> [options]

Commands:
  openapi   write the OpenAPI description of a service to the standard output

Options of openapi:
  --schema <file>   the profileSchema of the service, a JSON file (default: the profile is any JSON object)
  --url <url>       the profileUrl of the service (default: the URL of an example)

  --help            print this help
`;

const COMMANDS: Record<string, (args: string[]) => string> = { openapi: openApiCommand };

function main([command, ...args]: string[]): void {
  if (command === undefined || command === '--help' || args.includes('--help')) {
    process.stdout.write(HELP);
    return;
  }
  if (!Object.hasOwn(COMMANDS, command)) {
    throw new UsageError(`There is no command "${command}"; use ${Object.keys(COMMANDS).join(', ')}.`);
  }
  process.stdout.write(COMMANDS[command](args));
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) {
    throw error;
  }
  process.stderr.write(`${error.message}\nSee npx cdk-cognito-profile-service --help.\n`);
  process.exitCode = 1;
}
