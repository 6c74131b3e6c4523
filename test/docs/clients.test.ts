import { read, section } from './markdown';
import { DESCRIBED_PARTS, Generator, HEY_API, OPENAPI_FETCH, PYTHON, PYTHON_CONFIG } from '../e2e/clients/generators';

const DOCUMENT = 'docs/clients.md';
const { devDependencies } = JSON.parse(read('package.json'));
const requirements = read('test/e2e/clients/requirements.txt').split('\n');
const requirement = (name: string) => requirements.find((line) => line.startsWith(`${name}==`));
const npx = (generator: Generator) => `npx ${generator.package}@${devDependencies[generator.package]} ${generator.arguments}`;

describe.each([
  {
    heading: 'openapi-typescript and openapi-fetch',
    program: 'openapi-fetch/profile.ts',
    commands: [npx(OPENAPI_FETCH), `npm install openapi-fetch@${devDependencies['openapi-fetch']}`],
  },
  { heading: '@hey-api/openapi-ts', program: 'hey-api/profile.ts', commands: [npx(HEY_API)] },
  {
    heading: 'openapi-python-client',
    program: 'python/user_profile.py',
    commands: [
      `pip install ${requirement('openapi-python-client')}`,
      `echo '${PYTHON_CONFIG}' > generator.yaml`,
      `openapi-python-client ${PYTHON.arguments}`,
    ],
  },
  {
    heading: 'Administrators and account deletion',
    program: 'openapi-fetch/administration.ts',
    commands: [`npx cdk-cognito-profile-service openapi --schema profile.json ${DESCRIBED_PARTS} > openapi.json`],
  },
])('$heading', ({ heading, program, commands }) => {
  const [, shell, code] = /^```sh\n([^]*?)^```\n\n```(?:typescript|python)\n([^]*?)^```$/m.exec(section(DOCUMENT, heading))!;

  test('the program is the one that `npm run clients` compiles and runs', () => {
    expect(code).toBe(read(`test/e2e/clients/programs/${program}`));
  });

  test('the commands are those of `npm run clients`', () => {
    expect(shell.trim().split('\n')).toEqual(commands);
  });
});
