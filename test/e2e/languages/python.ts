import { Language } from './language';
import { packageFile } from './packages';
import { NEWEST_CDK } from '../../../projenrc/versions';

const INSTALL = ['python', '-m', 'pip', 'install', '--disable-pip-version-check', '--no-input'] as const;

export const PYTHON: Language = {
  name: 'Python',
  directory: 'python',
  newestCdk: NEWEST_CDK.python,
  toolchain: ['python', '--version'],
  remedy: 'Install Python 3.10 or newer with its venv module, or name an interpreter in the PYTHON environment variable.',
  programs: '.venv/bin',
  install: async (app, packages, { cdk, constructs }) => {
    await app.run('venv', [process.env.PYTHON ?? 'python3', '-m', 'venv', '.venv']);
    const wheel = await packageFile(packages, 'python', '.whl');
    const versions = [`aws-cdk-lib==${cdk}`, `constructs==${constructs}`];
    await app.run('pip install', [...INSTALL, wheel, ...versions, '-r', 'requirements-dev.txt', '-r', 'requirements-mypy.txt']);
  },
  checks: {
    mypy: ['python', '-m', 'mypy', '--strict', 'app.py', 'profiles_stack.py', 'every_prop.py', 'tests'],
    pytest: ['python', '-m', 'pytest'],
  },
  everyProp: 'python every_prop.py',
  quickStart: async (commands, packages) => commands.replace("'cdk-cognito-profile-service'", `'${await packageFile(packages, 'python', '.whl')}'`),
};
