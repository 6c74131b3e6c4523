import { deepStrictEqual } from 'node:assert';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Language, Parser } from 'web-tree-sitter';
import { Packages } from './packages';
import { quickStartFiles } from './quick-start/steps';
import { PROP_NAMES } from '../../support/stacks/prop-names';
import { Checks } from '../checks';

const PROPS = 'CognitoProfileServiceProps.cs';

/** Checks the C# code of the package, which nothing here compiles: its syntax, and that it has every prop. */
export async function checkDotnet(checks: Checks, { directory }: Packages): Promise<void> {
  const sources = join(directory, 'dotnet', 'CdkCognitoProfileService', 'CdkCognitoProfileService');
  const parser = await cSharpParser();
  const parseCode = (code: string) => parser.parse(code)!.rootNode;
  const parse = async (file: string) => parseCode(await readFile(join(sources, file), 'utf8'));

  await checks.check('The C# code parses', async () => {
    const files = (await readdir(sources)).filter((file) => file.endsWith('.cs'));
    const faulty = await Promise.all(files.map(async (file) => (await parse(file)).hasError ? [file] : []));
    deepStrictEqual(faulty.flat(), []);
    return files.length;
  }, (count) => `${count} files`);
  await checks.check("README's quick start parses", async () => {
    const files = quickStartFiles('.NET');
    deepStrictEqual(files.filter(({ content }) => parseCode(content).hasError), []);
    return files.length;
  }, (count) => `${count} ${count === 1 ? 'file' : 'files'}`);
  await checks.check(`${PROPS} has every prop`, async () => {
    const declarations = (await parse(PROPS)).descendantsOfType('property_declaration');
    const names = declarations.map((declaration) => declaration!.childForFieldName('name')!.text);
    const expected = PROP_NAMES.map((name) => name[0].toUpperCase() + name.slice(1));
    deepStrictEqual(names.sort(), expected.sort());
    return names.length;
  }, (count) => `${count} props`);
}

async function cSharpParser(): Promise<Parser> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve('tree-sitter-c-sharp/tree-sitter-c_sharp.wasm')));
  return parser;
}
