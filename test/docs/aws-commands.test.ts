import { execFileSync } from 'child_process';
import * as path from 'path';
import { DOCUMENTS, read } from './markdown';
import { describeWithPython } from '../support/drivers/languages';
import { pythonInterpreter } from '../support/setup/python';

/** The commands of the AWS CLI in the documents: in blocks, one for each line after joining continued lines, and in text. */
const COMMANDS = DOCUMENTS.flatMap((document) => (
  [...read(document).replace(/\\\n/g, ' ').matchAll(/\baws [a-z0-9-]+ [a-z-]+(?:'[^']*'|"[^"]*"|[^`'"|&#)\n])*/g)].map(([command]) => command)
));

describeWithPython('commands of the AWS CLI', () => {
  test('are operations and options that the AWS SDK knows', () => {
    expect(COMMANDS.length).toBeGreaterThan(20);
    const unknown = unknownOf(COMMANDS);
    expect(COMMANDS.map((command, index) => ({ command, unknown: unknown[index] })).filter((each) => each.unknown.length > 0)).toEqual([]);
  });

  test.each([
    ['aws dynamo describe-table', 'dynamo'],
    ['aws dynamodb describe-tables --table-name T', 'describe-tables'],
    ['aws dynamodb describe-table --name "--table-name"', 'name'],
    ['aws dynamodb wait table-there --table-name T', 'table-there'],
    ['aws dynamodb wait table-exists --name T', 'name'],
  ])('the check finds what is wrong with %s', (command, wrong) => {
    expect(unknownOf([command])).toEqual([[wrong]]);
  });
});

function unknownOf(commands: string[]): string[][] {
  const input = commands.map((command) => JSON.stringify(command)).join('\n');
  return JSON.parse(execFileSync(pythonInterpreter(), ['-B', path.join(__dirname, 'aws_commands.py')], { input, encoding: 'utf-8' }));
}
