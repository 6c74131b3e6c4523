import { byId, create } from './dom';

/** Shows what was done. */
export function showStatus(text: string): void {
  byId('status').textContent = text;
  clearError();
}

/** Shows an error, with a list of details, and with a button for what the person can do about it. */
export function showError(error: unknown, details: readonly string[] = [], action?: HTMLButtonElement): void {
  const alert = byId('alert');
  byId('status').textContent = '';
  alert.hidden = false;
  alert.replaceChildren(
    create('p', {}, error instanceof Error ? error.message : String(error)),
    ...details.length > 0 ? [create('ul', {}, ...details.map((detail) => create('li', {}, detail)))] : [],
    ...action ? [action] : [],
  );
}

export function clearError(): void {
  const alert = byId('alert');
  alert.hidden = true;
  alert.replaceChildren();
}
