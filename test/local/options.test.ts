import { Installation } from '../../scripts/local/installation';
import { helpOf, readOptions } from '../../scripts/local/options';

const PACKAGE: Installation = { command: 'npx cdk-cognito-profile-service local', packages: { directory: 'python', requirements: [] } };
const REPOSITORY: Installation = { ...PACKAGE, sampleApp: {}, bundle: async () => {}, watch: async () => {} };

test('the defaults', () => {
  expect(readOptions([], PACKAGE)).toMatchObject({ bundle: false });
  expect(readOptions([], REPOSITORY)).toMatchObject({ runtime: 'nodejs', watch: false, bundle: true, open: false, once: false, help: false, port: undefined });
});

test('all options of this repository', () => {
  const args = ['--runtime', 'python', '--data', 'd', '--seed', 's.json', '--open', '--watch', '--no-bundle', '--port', '4566', '--page-port', '8081'];
  expect(readOptions(args, REPOSITORY)).toMatchObject({
    runtime: 'python', data: 'd', seed: 's.json', open: true, watch: true, bundle: false, port: 4566, pagePort: 8081,
  });
});

test('all options of a project that installed the package', () => {
  expect(readOptions(['--app', 'npx tsx app.ts', '--stack', 'Users', '--service', 'Users-Profiles', '--once'], PACKAGE)).toMatchObject({
    app: 'npx tsx app.ts', stack: 'Users', service: 'Users-Profiles', once: true,
  });
});

test.each([
  [['--runtime', 'ruby'], REPOSITORY, '--runtime is "ruby", it must be one of nodejs, python'],
  [['--runtime', 'python', '--app', 'x'], REPOSITORY, '--runtime is for the sample app'],
  [['--stack', 'Users'], REPOSITORY, '--stack is for an app of --app'],
  [['--watch', '--once'], REPOSITORY, '--watch and --once exclude each other'],
  [['--data', ''], REPOSITORY, '--data is empty'],
  [['--port', '8080', '--page-port', '8080'], REPOSITORY, '--port and --page-port are both 8080'],
  [['--page-port', '0'], REPOSITORY, '--page-port is "0", it must be an integer from 1 to 65535'],
  [['--port', '80a'], REPOSITORY, '--port is "80a", it must be an integer from 1 to 65535'],
  [['--runtime', 'python'], PACKAGE, "Unknown option '--runtime'"],
  [['--watch'], PACKAGE, "Unknown option '--watch'"],
  [['--no-bundle'], PACKAGE, "Unknown option '--no-bundle'"],
])('%p is a usage error', (args, installation, message) => {
  expect(() => readOptions(args, installation)).toThrow(message);
});

test('the help has the options that exist', () => {
  const optionsIn = (help: string) => [...help.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name);
  const everywhere = ['app', 'stack', 'service', 'data', 'seed', 'open', 'port', 'page-port', 'once', 'help'];
  expect(optionsIn(helpOf(PACKAGE))).toEqual(everywhere);
  expect(optionsIn(helpOf(REPOSITORY)).sort()).toEqual([...everywhere, 'no-bundle', 'runtime', 'watch'].sort());
});
