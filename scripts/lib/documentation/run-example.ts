import * as cdk from 'aws-cdk-lib';
import { USER_POOL_DOMAIN_NAME_METHOD_WITHOUT_CUSTOM_RESOURCE } from 'aws-cdk-lib/cx-api';
import * as ts from 'typescript';
import * as library from '../../../src';

/** Runs an example, and returns the apps that it creates. The files that it names are relative to the working directory. */
export function runExample(code: string): cdk.App[] {
  const apps: cdk.App[] = [];
  class App extends cdk.App {
    constructor(props?: cdk.AppProps) {
      // As in an app that `cdk init` made.
      super({ ...props, postCliContext: { [USER_POOL_DOMAIN_NAME_METHOD_WITHOUT_CUSTOM_RESOURCE]: true } });
      apps.push(this);
    }
  }
  const modules: Record<string, unknown> = {
    'aws-cdk-lib': Object.create(cdk, { App: { value: App } }),
    'cdk-cognito-profile-service': library,
  };
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  new Function('require', 'exports', outputText)((name: string) => modules[name] ?? module.require(name), {});
  return apps;
}
