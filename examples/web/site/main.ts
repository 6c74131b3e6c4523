import { loadConfig } from './config';
import { byId } from './dom';
import { showError } from './messages';
import { ProfileClient } from './profile-client';
import { ProfilePage } from './profile-page';
import { Session } from './session';

async function main(): Promise<void> {
  const config = await loadConfig();
  const session = new Session(config);
  const start = async (page: 'sign-in' | 'sign-up') => session.start(page).catch(showError);
  byId('sign-in').addEventListener('click', () => void start('sign-in'));
  byId('sign-up').addEventListener('click', () => void start('sign-up'));
  byId('sign-out').addEventListener('click', () => void page.signOut());
  const page = new ProfilePage(config.profileSchema, new ProfileClient(config.profileUrl, session), session);

  // A failed sign-in leaves the person as they were, signed in or not.
  await session.finish().catch(showError);
  const { user } = session;
  if (!user) {
    byId('loading').hidden = true;
    byId('welcome').hidden = false;
  } else {
    byId('account').hidden = false;
    byId('user').textContent = user.email ?? '';
    await page.open(user);
  }
}

// The back button must not show the profile of a person who has signed out.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) {
    location.reload();
  }
});

main().catch(showError);
