import { App, Stack, StackProps } from 'aws-cdk-lib';
import { Given, makeService } from './synth';

/** Both sides of a boundary: what passes, and what fails with which words. */
export function boundary(prop: string, passing: [string, Given][], failing: [string, Given, string | RegExp][], stackProps: StackProps = {}): void {
  describe(prop, () => {
    test.each(passing)('accepts %s', (_, given) => {
      expect(() => makeService(new Stack(new App(), 'Stack', stackProps), given)).not.toThrow();
    });
    test.each(failing)('refuses %s', (_, given, message) => {
      expect(() => makeService(new Stack(new App(), 'Stack', stackProps), given)).toThrow(message);
    });
  });
}
