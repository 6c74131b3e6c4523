import Ajv from 'ajv';
import fc from 'fast-check';
import { profile, schema } from './schema-arbitraries';
import { readProfileSchema } from '../../src/profile-schema';
import { describeWithPython } from '../support/drivers/languages';
import { SchemaProcess } from '../support/drivers/schema-process';

/** What a validator of others says of the schema as it was given; it trips over keys like `valueOf` when it compares objects. */
function validatedByAjv(candidate: object, profiles: readonly object[]): boolean[] {
  const validate = new Ajv({ strict: false, ownProperties: true, validateFormats: false }).compile(asJson(candidate));
  return profiles.map((one) => validate(asJson(one)));
}

function asJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

const RUNS = Number(process.env.PROPERTY_RUNS ?? 300);

describeWithPython('both languages', () => {
  let node: SchemaProcess;
  let python: SchemaProcess;

  beforeAll(() => {
    node = SchemaProcess.start('nodejs');
    python = SchemaProcess.start('python');
  });

  afterAll(async () => {
    await node.stop();
    await python.stop();
  });

  test('any schema that the construct accepts is met and broken by the same profiles, at the same places', async () => {
    let met = 0;
    let broken = 0;
    await fc.assert(fc.asyncProperty(schema, fc.array(profile, { minLength: 8, maxLength: 8 }), async (candidate, profiles) => {
      const { document, faults } = readProfileSchema(candidate);
      fc.pre(faults.length === 0);
      const [ofNode, ofPython] = await Promise.all([node.validate(document, profiles), python.validate(document, profiles)]);
      expect(ofPython).toEqual(ofNode);
      if (!JSON.stringify([candidate, profiles]).includes('valueOf')) {
        expect(ofNode.map((violations) => violations.length === 0)).toEqual(validatedByAjv(candidate, profiles));
      }
      met += ofNode.filter((violations) => violations.length === 0).length;
      broken += ofNode.filter((violations) => violations.length > 0).length;
    }), { seed: 20261122, numRuns: RUNS });
    // Else the profiles would say little about the schemas.
    expect(met).toBeGreaterThan(RUNS / 2);
    expect(broken).toBeGreaterThan(RUNS / 2);
  }, 60_000 + RUNS * 100);
});
