import { execFileSync } from 'child_process';
import { Session } from '../../scripts/lib/command/session';
import { LocalCommand } from '../e2e/browser/local-command';
import { pythonUnavailable } from '../support/setup/python';

const START_MILLISECONDS = 120_000;
const withPython = pythonUnavailable() === undefined ? describe : describe.skip;

withPython('the sample app on a local AWS', () => {
  let session: Session;
  let local: LocalCommand;
  let output: string;

  beforeAll(async () => {
    session = await Session.open(new AbortController().signal);
    local = await LocalCommand.start(session, []);
    output = await local.output();
  }, START_MILLISECONDS);

  afterAll(async () => {
    await local.end();
    await session.close();
  });

  test('every line that it prints for a shell works there, in this order', () => {
    const lines = [...output.matchAll(/^ {2}(?:(TOKEN=.*)|(curl .*))$/gm)].map(([line]) => line.trim());
    expect(lines.map((line) => line.split(/[ =]/)[0])).toEqual(['TOKEN', 'curl', 'curl']);
    const result = execFileSync('bash', ['-ec', lines.join('\n')], { encoding: 'utf-8', stdio: ['ignore', 'pipe', 'ignore'] });
    expect(result).toMatch(/^HTTP\/1\.1 200 /);
    expect(result).toContain('"displayName":"Zoë “Ada” Łukasiewicz 🌱"');
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
      expect(result).toMatch(new RegExp(`^\\d{4}-\\S+Z \\S+ProfileLogGroup\\S+ \\{.*"route":"${method} /user/profile"`, 'm'));
    }
  });

  test('it prints the token once', () => {
    const [, token] = /TOKEN=(\S+)/.exec(output)!;
    expect(output.split(token)).toHaveLength(2);
  });
});
