import { basename, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { App } from 'aws-cdk-lib';
import { adapt, INTEGRATION_TESTS } from './ministack';
import { leaveOutUnsupported } from '../../../scripts/lib/local-aws/unsupported';
import { Journey } from '../../integ/journey';

/** The app of an integration test, as MiniStack can deploy it. The argument is the file of the test, which exports the app. */
async function main([file]: string[]): Promise<void> {
  const { app }: { app: App } = await import(resolve(file));
  app.node.findAll().filter((construct) => construct instanceof Journey).forEach(adapt);
  const leftOut = await leaveOutUnsupported(app.synth().directory);
  const expected = INTEGRATION_TESTS[basename(file)].leftOut;
  if (!isDeepStrictEqual(leftOut, expected)) {
    throw new Error(`${file} leaves out ${JSON.stringify(leftOut)} instead of ${JSON.stringify(expected)}. Correct ministack.ts.`);
  }
}

void main(process.argv.slice(2));
