import { type JsonObject, parseJson } from './form/json';
import type { Edits } from './form/model';
import type { StoredProfile } from './profile-client';

const DRAFT = 'draft';

/** Changes that are kept while a person signs in again. */
export interface Draft {
  /** The person who made the changes. */
  readonly sub: string;
  readonly stored?: StoredProfile;
  readonly edits: Edits;
  /** The profile that the changes were made to, if that was deleted. */
  readonly base?: JsonObject;
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
