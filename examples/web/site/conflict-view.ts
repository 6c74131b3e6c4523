import { byId, create } from './dom';
import type { Difference } from './form/differences';

/** Shows both versions of a profile, and waits for the person to choose one. */
export async function chooseVersion(rows: readonly Difference[], isDeleted: boolean): Promise<'mine' | 'stored'> {
  const keep = create('button', { type: 'button', class: 'primary' }, 'Keep my changes');
  const take = create('button', { type: 'button' }, 'Take the stored version');
  const section = byId('conflict');
  section.replaceChildren(
    create('h2', { id: 'conflict-title' }, 'Changed in the meantime'),
    create('p', {}, isDeleted
      ? 'The profile was deleted after you opened it. Keep your changes to create it again.'
      : 'The profile was changed after you opened it, for example in another tab. If you keep your changes, what you have not changed stays as stored.'),
    create('table', {}, heading(), create('tbody', {}, ...rows.map(row))),
    create('div', { class: 'actions' }, keep, take),
  );
  section.hidden = false;
  section.focus();
  const choice = await new Promise<'mine' | 'stored'>((resolve) => {
    keep.addEventListener('click', () => resolve('mine'));
    take.addEventListener('click', () => resolve('stored'));
  });
  section.hidden = true;
  section.replaceChildren();
  return choice;
}

function heading(): HTMLElement {
  return create('thead', {}, create('tr', {}, ...['Field', 'Your version', 'Stored version'].map((title) => create('th', { scope: 'col' }, title))));
}

function row({ label, mine, stored, isMyChange }: Difference): HTMLElement {
  return create(
    'tr',
    {},
    create('th', { scope: 'row' }, label),
    create('td', { 'data-label': 'Your version' }, mine, ...isMyChange ? [] : [create('span', { class: 'hint' }, ' (not changed by you)')]),
    create('td', { 'data-label': 'Stored version' }, stored),
  );
}
