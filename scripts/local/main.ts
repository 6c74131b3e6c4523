import { bundleAssets } from './bundle-assets';
import { Installation } from './installation';
import { runLocal } from './local';
import { walkThrough } from './walk-through';
import { watchHandlers } from './watch';
import { runCommand } from '../lib/command/command';
import { PROJECT_PACKAGES } from '../lib/python-environment';

/** `npm run local`, in this repository. */
const REPOSITORY: Installation = {
  command: 'npm run local --',
  packages: PROJECT_PACKAGES,
  sampleApp: { command: 'node --import tsx examples/web/app.ts', stack: 'ProfileWebExample' },
  bundle: bundleAssets,
  walkThrough,
  watch: watchHandlers,
};

void runCommand(async () => runLocal(REPOSITORY, process.argv.slice(2)));
