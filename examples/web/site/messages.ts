import { byId, create } from './dom';

/** Shows what was done. */
export function showStatus(text: string): void {
  byId('status').textContent = text;
  clearError();
}

/** Shows an error, with a list of details. */
export function showError(error: unknown, details: readonly string[] = []): void {
  const alert = byId('alert');
  byId('loading').hidden = true;
  byId('status').textContent = '';
  alert.hidden = false;
  alert.replaceChildren(
    create('p', {}, error instanceof Error ? error.message : String(error)),
    ...details.length > 0 ? [create('ul', {}, ...details.map((detail) => create('li', {}, detail)))] : [],
  );
  // The person may be at the end of a long form.
  alert.scrollIntoView({ block: 'nearest' });
}

/** Shows an error, with a button for what the person can do about it. */
export function showErrorWithAction(error: unknown, label: string, action: () => void): void {
  showError(error);
  const button = create('button', { type: 'button', class: 'primary' }, label);
  button.addEventListener('click', action);
  byId('alert').append(button);
  button.focus();
}

export function clearError(): void {
  const alert = byId('alert');
  alert.hidden = true;
  alert.replaceChildren();
}
