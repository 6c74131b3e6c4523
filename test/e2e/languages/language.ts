import { AppCopy } from './app-copy';
import { Packages } from './packages';
import { CommandLine } from '../run-for-output';

/** The versions of the CDK and of constructs that are installed together. */
export interface Versions {
  readonly cdk: string;
  readonly constructs: string;
}

/** What a user of one language does with the package. */
export interface Language {
  /** The name in the report. */
  readonly name: string;
  /** The name of its directories in `examples/` and `programs/`, and of its target of jsii-pacmak. */
  readonly directory: string;
  readonly newestCdk: string;
  /** The version of the toolchain. */
  readonly toolchain: CommandLine;
  /** What the user can do if the toolchain is missing. */
  readonly remedy: string;
  /** The directory of the app with the programs of its environment. */
  readonly programs?: string;
  /** Installs the package and the CDK into the app. */
  readonly install: (app: AppCopy, packages: Packages, versions: Versions) => Promise<void>;
  /** The commands that check the app, such as its unit tests, by their titles. */
  readonly checks: Readonly<Record<string, CommandLine>>;
  /** The command that synthesizes the stacks with every prop. */
  readonly everyProp: string;
  /** Puts the package of this tree into the commands of README's quick start; without it, the quick start can't be followed here. */
  readonly quickStart?: (commands: string, packages: Packages) => Promise<string>;
}
