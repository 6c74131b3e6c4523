import { STORED } from './form';
import { expectEqual, Tab } from '../tab';
import { Visit } from '../visit';

const CONFLICT = 412;

/** Changes the profile in two tabs. The person sees both versions, and takes each of them once. */
export async function conflict(visit: Visit): Promise<void> {
  const { tab, user } = visit;
  const other = await visit.newTab();
  await visit.step('Change the name in another tab, which signs in by itself', async () => {
    await other.openAs(user);
    await other.expectFields(STORED);
    await change(other, 'Name', 'Zoë Łukasiewicz', 200);
    await other.expectStatus('Saved.');
  });
  await visit.step('Change the goal in the first tab: both versions', async () => {
    await tab.page.bringToFront();
    await change(tab, 'Daily goal', '60', CONFLICT);
    await expectRow(tab, ['Name', `${STORED.Name} (not changed by you)`, 'Zoë Łukasiewicz']);
    await expectRow(tab, ['Daily goal', '60', '45']);
    await tab.expectFocus(tab.page.getByRole('region', { name: 'Changed in the meantime' }));
    await visit.look('conflict');
  });
  await visit.step('Keep this change: that of the other tab stays, too', async () => {
    const response = await tab.responseTo('write', async () => tab.button('Keep my changes').click());
    expectEqual('the status of the response', response.status(), 200);
    await tab.expectStatus('Saved.');
    await tab.expectFields({ ...STORED, 'Name': 'Zoë Łukasiewicz', 'Daily goal': '60' });
  });
  await visit.step('Take the stored version in the other tab', async () => {
    await other.page.bringToFront();
    await change(other, 'Daily goal', '30', CONFLICT);
    await expectRow(other, ['Daily goal', '30', '60']);
    const writes = other.countRequests();
    await other.button('Take the stored version').click();
    await other.expectStatus('This is the stored version.');
    await other.expectFields({ ...STORED, 'Name': 'Zoë Łukasiewicz', 'Daily goal': '60' });
    expectEqual('the number of requests', writes.count, 0);
    await other.page.close();
    await tab.page.bringToFront();
  });
}

async function change(tab: Tab, label: string, text: string, status: number): Promise<void> {
  await tab.field(label).fill(text);
  expectEqual('the status of the response', await tab.save(), status);
}

async function expectRow(tab: Tab, [label, mine, stored]: readonly [string, string, string]): Promise<void> {
  const row = tab.page.getByRole('row').filter({ has: tab.page.getByRole('rowheader', { name: label, exact: true }) });
  await row.waitFor();
  const cells = (await row.getByRole('cell').allTextContents()).join(' | ');
  expectEqual(`the row ${label}`, cells, `${mine} | ${stored}`);
}
