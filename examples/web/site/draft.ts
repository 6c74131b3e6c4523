import { parseJson } from './form/json';
import type { Edits } from './form/model';
import type { StoredProfile } from './profile-client';

const DRAFT = 'draft';

/** Changes that are kept while a person signs in again. */
export interface Draft {
  /** The person who made the changes. */
  readonly sub: string;
  /** The profile that the changes were made to. */
  readonly stored: StoredProfile | null;
  readonly edits: Edits;
}

export function keepDraft(draft: Draft): void {
  sessionStorage.setItem(DRAFT, JSON.stringify(draft));
}

/** Returns the kept changes of a person, and removes those of anybody. */
export function takeDraft(sub: string): Draft | undefined {
  const text = sessionStorage.getItem(DRAFT);
  sessionStorage.removeItem(DRAFT);
  const draft = text === null ? undefined : parseJson(text) as unknown as Draft;
  return draft?.sub === sub ? draft : undefined;
}
