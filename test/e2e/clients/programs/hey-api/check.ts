import { allProfiles, deleteAccount, saveForUser } from './administration';
import { read, save } from './profile';
import { createProfile, getProfile } from './profile-client';

const { data: created } = await createProfile({
  body: {
    name: 'Ann',
    nickname: 'Annie',
    language: 'en',
    newsletter: true,
    address: { street: 'Main Street 1', city: 'Riga', country: 'LV' },
    interests: ['chess', 'tea'],
  },
});
const version = created!.version;
const saved = await save({ nickname: null, address: { city: 'Tartu' } }, version);
const { profile_data: profile } = await read();
const conflict = await save({ nickname: null }, version);
const invalid = await save({ name: '' }, (await read()).version);
const { error } = await getProfile({ auth: 'invalid' });
const unauthorized = error && 'message' in error ? error.message : error;

const sub = created!.sk.slice('USER#'.length);
const { profile_data: upgraded } = await saveForUser(sub, { plan: 'paid' });
const listed = [];
for await (const { profile_data: each } of allProfiles(1)) {
  listed.push(each);
}
await deleteAccount();
const { error: erased } = await getProfile();
const afterDeletion = erased && 'status' in erased ? erased.status : erased;

const answers = { saved, conflict, invalid, unauthorized, afterDeletion };
console.log(JSON.stringify({ created: created!.profile_data, profile, plan: upgraded.plan, listed, ...answers }));
