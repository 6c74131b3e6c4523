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

console.log(JSON.stringify({ created: created!.profile_data, saved, profile, conflict, invalid, unauthorized }));
