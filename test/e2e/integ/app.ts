import { basename, resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { adapt, INTEGRATION_TESTS } from './ministack';
import { removeUnsupported } from './unsupported';
import { Journey } from '../../integ/journey';

/** The app of an integration test, as MiniStack can deploy it. The argument is the file of the test, which exports the app. */
async function main([file]: string[]): Promise<void> {
  const { app }: { app: App } = await import(resolve(file));
  removeUnsupported(app, INTEGRATION_TESTS[basename(file)].unsupported);
  app.node.findAll().filter((construct) => construct instanceof Journey).forEach(adapt);
}

void main(process.argv.slice(2));
