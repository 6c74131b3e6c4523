import { execFileSync } from 'child_process';
import { readdirSync, statSync } from 'fs';
import { isBuiltin } from 'module';
import * as path from 'path';
import { tasks } from '../../.projen/tasks.json';

const ROOT = path.join(__dirname, '..', '..');
const DIRECTORY = path.join(ROOT, 'assets', 'handlers', 'nodejs');
/** A cold start takes longer with each byte, because Node.js compiles them all. A function loads one bundle. */
const MAX_BYTES = 230_000;
/** Of the functions that every service has. */
const MAX_BYTES_OF_PROFILE = 210_000;

/** The modules that functions load. */
const NAMES = ['profile', 'profiles', 'account', 'accounts', 'changes'] as const;
type Name = typeof NAMES[number];

/** The SDK loads this for a global endpoint of EventBridge only, which the handlers do not use. */
const FOR_GLOBAL_ENDPOINTS = '@aws-sdk/signature-v4-crt';

/** Bundles the Node.js handlers as the package does, but with the names of esbuild's helpers. */
function bundle(name: Name): string {
  const [command, ...args] = tasks[`bundle:handlers/nodejs/${name}`].steps[0].execArgs!;
  const readable = args.filter((arg) => !/^--(?:minify|outfile|metafile)\b/.test(arg));
  const esbuild = path.join(ROOT, 'node_modules', '.bin', command);
  return execFileSync(esbuild, [...readable, '--log-level=error'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 16 * 1024 ** 2 });
}

test('the code of the Node.js handlers is small', () => {
  const sizes = new Map(readdirSync(DIRECTORY).map((file) => [file, statSync(path.join(DIRECTORY, file)).size]));
  expect(sizes.get('profile.cjs')).toBeLessThanOrEqual(MAX_BYTES_OF_PROFILE);
  expect(Math.max(...sizes.values())).toBeLessThanOrEqual(MAX_BYTES);
});

describe.each(NAMES)('%s', (name) => {
  test('esbuild wraps no module, of which it could leave nothing out', () => {
    expect(bundle(name).match(/\b__(?:commonJS|esm)\(/g)).toBeNull();
  });

  test('the bundle requires nothing that Lambda does not have', () => {
    const required = [...bundle(name).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module]) => module);
    expect(required).toContain('node:https');
    expect(required.filter((module) => !isBuiltin(module) && module !== FOR_GLOBAL_ENDPOINTS)).toEqual([]);
  });
});
