import { allProfiles, saveForUser } from './administration';
import { read, save } from './profile';
import { createProfile, updateProfile } from './profile-client';

await createProfile({ body: { nme: 'Ann', language: 'en' } }); // TS2561
await createProfile({ body: { name: 'Ann', language: 'es' } }); // TS2322
await createProfile({ body: { name: 'Ann', language: 'en', plan: 'paid' } }); // TS2353
await save({ nicknme: null }, '1'); // TS2561
await updateProfile({ body: { name: 'Ann', nicknme: null } }); // TS2561
await save({ language: 'es' }, '1'); // TS2322
await save({ address: { cty: 'Riga' } }, '1'); // TS2561
await save({ name: null }, '1'); // TS2322
await save({ plan: 'paid' }, '1'); // TS2353
console.log((await read()).profile_data.nicknme); // TS2551
await saveForUser('3d4f7a52-6f5e-4b7c-9a1e-2b8c1d0e9f3a', { pln: 'paid' }); // TS2561
await saveForUser('3d4f7a52-6f5e-4b7c-9a1e-2b8c1d0e9f3a', { plan: 'gold' }); // TS2322
await allProfiles('all'); // TS2345
