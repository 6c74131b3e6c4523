import { readdirSync, readFileSync } from 'fs';
import * as path from 'path';
import { readProfileSchema } from '../../src/profile-schema';
import { describeEachLanguage } from '../support/drivers/languages';
import { SchemaProcess } from '../support/drivers/schema-process';

/** The tests of draft-07 from https://github.com/json-schema-org/JSON-Schema-Test-Suite, without those of `format` and of remote schemas. */
const SUITE = path.join(__dirname, 'json-schema-test-suite');

interface Group {
  readonly description: string;
  readonly schema: any;
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

/** A schema of profiles whose property `v` is what a group tests; references to the root and its definitions lead where they led. */
function wrap(schema: any): { [key: string]: any } {
  const { definitions = {}, $schema: _, ...rest } = typeof schema === 'object' ? schema : {};
  const group = typeof schema === 'object' ? rest : schema;
  const redirected = JSON.parse(JSON.stringify({ ...definitions, group }).replaceAll('"$ref":"#"', '"$ref":"#/definitions/group"'));
  return { type: 'object', properties: { v: { $ref: '#/definitions/group' } }, definitions: redirected };
}

const GROUPS = readdirSync(SUITE).filter((file) => file.endsWith('.json')).flatMap((file) => {
  const groups: Group[] = JSON.parse(readFileSync(path.join(SUITE, file), 'utf-8'));
  return groups.map((group) => ({ name: `${file}: ${group.description}`, ...group, ...readProfileSchema(wrap(group.schema)) }));
});
const ACCEPTED = GROUPS.filter(({ faults }) => faults.length === 0);

test('most schemas are accepted; what is refused needs what a profile schema does not have', () => {
  const refused = GROUPS.filter(({ faults }) => faults.length > 0).map(({ name, faults }) => `${name}: ${faults[0].problemAndRemedy.split(/[,;]/)[0]}`);
  expect(refused).toMatchSnapshot();
});

describeEachLanguage((language) => {
  let checker: SchemaProcess;

  beforeAll(() => {
    checker = SchemaProcess.start(language);
  });

  afterAll(async () => {
    await checker.stop();
  });

  test.each(ACCEPTED)('$name', async ({ document, tests }) => {
    const validated = await checker.validate(document, tests.map(({ data }) => ({ v: data })));
    expect(tests.map(({ description }, index) => ({ description, valid: validated[index].length === 0 })))
      .toEqual(tests.map(({ description, valid }) => ({ description, valid })));
  });
});
