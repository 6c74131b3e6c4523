import { hideVersions, showVersions } from './conflict-view';
import { byId, confirmed } from './dom';
import { keepDraft, takeDraft } from './draft';
import { differences } from './form/differences';
import { equal, type JsonObject } from './form/json';
import { type Edits, FormModel } from './form/model';
import { FormView } from './form/view';
import { messagesOf } from './form/violations';
import { clearError, showError, showErrorWithAction, showStatus } from './messages';
import { ApiError, type ProfileClient, type StoredProfile } from './profile-client';
import { type Session, SessionEnded, type User } from './session';

const NOT_SAVED = 'The profile is not saved. Correct what is marked.';

/** The profile of the person who is signed in, as a form. */
export class ProfilePage {
  private user?: User;
  private stored?: StoredProfile;
  private model = new FormModel(undefined, undefined);
  private view?: FormView;
  private isBusy = false;
  private isLeaving = false;

  constructor(private readonly schema: JsonObject | undefined, private readonly client: ProfileClient, private readonly session: Session) {
    byId('form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.run(async () => this.save());
    });
    byId('reload').addEventListener('click', () => void this.run(async () => this.reload()));
    byId('delete').addEventListener('click', () => void this.run(async () => this.delete()));
    addEventListener('beforeunload', (event) => {
      if (this.model.isChanged && !this.isLeaving) {
        event.preventDefault();
      }
    });
  }

  public async open(user: User): Promise<void> {
    this.user = user;
    await this.run(async () => {
      const draft = takeDraft(user.sub);
      if (draft) {
        this.show(draft.stored, draft.edits, draft.base);
        showStatus('Your changes from before are here. Save them to keep them.');
      } else {
        this.show(await this.client.read());
      }
    });
  }

  public async signOut(): Promise<void> {
    await this.run(async () => {
      const isWanted = !this.model.isChanged || await confirmed({
        title: 'Sign out without saving?', text: 'What you changed is lost.', action: 'Sign out without saving',
      });
      if (isWanted) {
        this.isLeaving = true;
        await this.session.signOut();
      }
    });
  }

  private async save(): Promise<void> {
    const { model, stored } = this;
    const faults = [...model.faults(), ...this.view!.incompleteInputs()];
    if (faults.length > 0) {
      showError(NOT_SAVED);
      this.view!.showErrors(new Map(faults.map(([pointer, fault]) => [pointer, [fault]])));
      return;
    }
    this.view!.showErrors(new Map());
    const change = model.change();
    if (!change) {
      this.show(stored);
      showStatus('There is nothing to save.');
      return;
    }
    const sent = model.edits;
    showStatus('Saving …');
    try {
      const saved = await this.client.write(change.method, change.body, stored?.etag);
      // What the person entered while the request was under way is not saved yet.
      this.show(saved, Object.fromEntries(Object.entries(model.edits).filter(([pointer, edit]) => sent[pointer] !== edit)));
      showStatus('Saved.');
    } catch (error) {
      if (!(error instanceof ApiError && error.isConflict)) {
        throw error;
      }
      await this.showConflict();
    }
  }

  /** Shows the stored version of the profile, which is not the one that the form began with, beside that of the form. */
  private async showConflict(): Promise<void> {
    const current = await this.client.read();
    if (current && equal(this.model.profile(), current.data)) {
      // An earlier request took effect, although its response did not arrive.
      this.show(current);
      showStatus('Saved.');
      return;
    }
    showStatus('');
    byId('form').hidden = true;
    showVersions(differences(this.model, current?.data), current === undefined, (choice) => void this.run(async () => {
      if (choice === 'mine') {
        this.show(current, this.model.edits, current ? undefined : this.model.base);
        byId('save').focus();
        await this.save();
      } else {
        this.show(current);
        byId('save').focus();
        showStatus('This is the stored version.');
      }
    }));
  }

  private async reload(): Promise<void> {
    const isWanted = !this.model.isChanged || await confirmed({
      title: 'Reload without saving?', text: 'What you changed is lost.', action: 'Reload without saving',
    });
    if (isWanted) {
      this.show(await this.client.read());
      showStatus('This is the stored version.');
    }
  }

  private async delete(): Promise<void> {
    const isWanted = await confirmed({
      title: 'Delete your profile?', text: 'This can\'t be undone. Your account stays.', action: 'Delete', isDanger: true,
    });
    if (!isWanted || !this.stored) {
      return;
    }
    try {
      await this.client.delete(this.stored.etag);
    } catch (error) {
      if (!(error instanceof ApiError && error.isConflict)) {
        throw error;
      }
      const current = await this.client.read();
      if (current) {
        this.show(current, this.model.edits);
        throw new Error('The profile is not deleted, because it was changed in the meantime. This is the stored version.');
      }
    }
    this.show(undefined);
    byId('save').focus();
    showStatus('Deleted.');
  }

  /** Shows a stored profile, or an empty form if there is none, with changes that are not saved. */
  private show(stored: StoredProfile | undefined, edits: Edits = {}, base?: JsonObject): void {
    const focused = document.activeElement?.id;
    this.stored = stored;
    const model = this.model = new FormModel(this.schema, stored?.data, edits, base);
    this.view = new FormView(byId('fields'), model.fields, model);
    byId('stored').textContent = stored ? changedAt(stored) : 'You have no profile yet. Fill in the form, and save it.';
    byId('delete').hidden = stored === undefined;
    document.title = stored?.data.displayName ? `${stored.data.displayName}: profile` : 'Your profile';
    hideVersions();
    byId('form').hidden = false;
    byId('loading').hidden = true;
    byId('profile').hidden = false;
    if (focused && document.activeElement === document.body) {
      document.getElementById(focused)?.focus();
    }
  }

  /** Runs one action at a time, and shows its error. */
  private async run(action: () => Promise<void>): Promise<void> {
    if (this.isBusy) {
      return;
    }
    this.isBusy = true;
    clearError();
    try {
      await action();
    } catch (error) {
      this.isLeaving = false;
      this.showFailure(error);
    } finally {
      this.isBusy = false;
    }
  }

  private showFailure(error: unknown): void {
    if (error instanceof ApiError && error.isInvalid) {
      const { ofFields, others } = messagesOf(error.violations, this.model.fields);
      showError(NOT_SAVED, error.moreViolations ? [...others, 'There are more errors.'] : others);
      this.view!.showErrors(ofFields);
      return;
    }
    if (error instanceof SessionEnded) {
      showErrorWithAction(error, 'Sign in', () => void this.signInAgain());
    } else if (!this.view) {
      showErrorWithAction(error, 'Try again', () => void this.open(this.user!));
    } else {
      showError(error);
    }
  }

  private async signInAgain(): Promise<void> {
    await this.run(async () => {
      if (this.user && this.model.isChanged) {
        keepDraft({ sub: this.user.sub, stored: this.stored, edits: this.model.edits, base: this.stored ? undefined : this.model.base });
      }
      this.isLeaving = true;
      await this.session.start('sign-in');
    });
  }
}

function changedAt({ updatedAt }: StoredProfile): string {
  return updatedAt === null ? '' : `Last saved on ${new Date(updatedAt).toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' })}.`;
}
