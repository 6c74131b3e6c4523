import { Construct } from 'constructs';
import { rowsOf, section } from './markdown';
import { serviceWithAlarms } from './service';

test('every construct in the table of escape hatches exists', () => {
  // What the examples call it.
  const profiles: any = serviceWithAlarms();
  const constructs = rowsOf(section('docs/customize.md', 'Escape hatches')).flatMap(([, paths]) => paths?.match(/profiles\.[^`]+/g) ?? []);
  expect(constructs.length).toBeGreaterThan(10);
  for (const named of constructs) {
    const [, ...steps] = named.split(/\.(?:node\.findChild\('(\w+)'\))?/);
    const found = steps.filter(Boolean).reduce((construct, step) => construct[step] ?? construct.node.findChild(step), profiles);
    expect(Construct.isConstruct(found)).toBe(true);
  }
});
