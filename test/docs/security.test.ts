import { rowsOf, section } from './markdown';
import { ACKNOWLEDGEMENTS } from '../newest-cdk/nag-acknowledgements';

test('the findings of audits are those that the reviews acknowledge', () => {
  const rules = rowsOf(section('docs/security.md', 'Audit findings'))
    .flatMap(([finding]) => finding.match(/(?:AwsSolutions|Serverless|NIST\.800\.53\.R5)-\w+/g) ?? []);
  const acknowledged = ACKNOWLEDGEMENTS
    // An existing pool is up to its app.
    .filter(({ resources }) => !resources.includes('UserPool'))
    .flatMap((acknowledgement) => acknowledgement.rules.map((rule) => rule.replace(/\[.*$/, '')));
  expect(rules.sort()).toEqual([...new Set(acknowledged)].sort());
});
