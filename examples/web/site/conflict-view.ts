import { byId, create } from './dom';
import type { Difference } from './form/differences';

/** Shows both versions of a profile, for the person to choose one. */
export function showVersions(rows: readonly Difference[], isDeleted: boolean, choose: (choice: 'mine' | 'stored') => void): void {
  const keep = create('button', { type: 'button', class: 'primary' }, 'Keep my changes');
  const take = create('button', { type: 'button' }, 'Take the stored version');
  keep.addEventListener('click', () => choose('mine'));
  take.addEventListener('click', () => choose('stored'));
  const section = byId('conflict');
  section.replaceChildren(
    create('h2', { id: 'conflict-title' }, 'Changed in the meantime'),
    create('p', {}, isDeleted
      ? 'The profile was deleted after you opened it. If you keep your changes, it is created again.'
      : 'The profile was changed after you opened it, for example in another tab. If you keep your changes, what you have not changed stays as stored.'),
    create('table', {}, heading(), create('tbody', {}, ...rows.map((difference) => row(difference, !isDeleted && !difference.isMyChange)))),
    create('div', { class: 'actions' }, keep, take),
  );
  section.hidden = false;
  section.focus();
}

export function hideVersions(): void {
  const section = byId('conflict');
  section.hidden = true;
  section.replaceChildren();
}

function heading(): HTMLElement {
  return create('thead', {}, create('tr', {}, ...['Field', 'Your version', 'Stored version'].map((title) => create('th', { scope: 'col' }, title))));
}

function row({ label, mine, stored }: Difference, isMarked: boolean): HTMLElement {
  return create(
    'tr',
    {},
    create('th', { scope: 'row' }, label),
    create('td', { 'data-label': 'Your version' }, mine, ...isMarked ? [create('span', { class: 'hint' }, ' (not changed by you)')] : []),
    create('td', { 'data-label': 'Stored version' }, stored),
  );
}
