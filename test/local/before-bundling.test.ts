import { spawn } from 'child_process';
import { once } from 'events';
import { createServer } from 'net';
import * as path from 'path';

/** Each test starts programs, which take long on a busy machine. */
jest.setTimeout(30_000);

const ROOT = path.join(__dirname, '..', '..');

test.each(['port', 'page-port'])('a port of --%s that is in use', async (option) => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  try {
    const { status, stdout, stderr } = await runLocal([`--${option}`, String(port)]);
    expect(stderr).toContain(`Port ${port} is in use. Specify another one with --${option}`);
    expect(status).toBe(1);
    expect(stdout).not.toContain('bundle');
  } finally {
    server.close();
  }
});

test('no usable Python', async () => {
  const { status, stdout, stderr } = await runLocal([], { PYTHON: 'no-such-python' });
  expect(stderr).toContain('Python 3.10 or newer is needed, but there is no `no-such-python`');
  expect(status).toBe(1);
  expect(stdout).not.toContain('bundle');
});

async function runLocal(args: string[], environment: NodeJS.ProcessEnv = {}) {
  const command = spawn('npm', ['run', 'local', '--', ...args], { cwd: ROOT, env: { ...process.env, ...environment } });
  const output = { stdout: '', stderr: '' };
  command.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  command.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const [status] = await once(command, 'close');
  return { status, ...output };
}
