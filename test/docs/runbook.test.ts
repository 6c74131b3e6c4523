import { execFileSync } from 'child_process';
import { rowsOf, section } from './markdown';
import { serviceWithAlarms } from './service';
import { profileKey } from '../../src/handlers/nodejs/store/profile-key';

test('every alarm has a row, in the order of the construct', () => {
  const rows = rowsOf(section('docs/runbook.md', 'When an alarm goes off')).map(([alarm]) => alarm).filter((alarm) => alarm.startsWith('`'));
  expect(rows.map((alarm) => alarm.slice(1, -1))).toEqual(serviceWithAlarms().node.findChild('Alarms').node.children.map(({ node }) => node.id));
});

test.each([
  ['3d4f7a52-0000-4000-8000-000000000000', 2],
  ['3d4f7a52-0000-4000-8000-000000000001', 1024],
  ['3d4f7a52-0000-4000-8000-000000000002', 100000],
])('the command that erases the profile of %s finds its key among %d', (sub, userPartitions) => {
  const [, program] = section('docs/runbook.md', 'Erase a user').match(/node -p '([^']+)' "\$SUB" "\$USER_PARTITIONS"/)!;
  const n = execFileSync(process.execPath, ['-p', program, sub, String(userPartitions)], { encoding: 'utf-8' }).trim();
  expect(`USERS#${n}`).toBe(profileKey(sub, userPartitions).pk);
});
