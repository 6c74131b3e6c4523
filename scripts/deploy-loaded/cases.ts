import { ContractCase, ProfileKey } from '../../test/handlers/contract';

/** What the props of the loaded stack make of the functions' environment. */
export const ENVIRONMENT = { USER_PARTITIONS: '16' };

/** What a user meets with the props of the loaded stack, in the form of the contract of the handlers. */
export function casesFor({ pk, sk }: ProfileKey): ContractCase[] {
  const ann = { name: 'Ann' };
  const anna = { name: 'Anna' };
  const paid = {
    pk: { S: pk },
    sk: { S: sk },
    version: { S: 'of-the-back-end' },
    profile_data: { M: { name: { S: 'Ann' }, plan: { S: 'paid' } } },
  };
  return [
    {
      name: 'A profile from its creation to its end',
      steps: [
        { request: get(), response: { problem: 'profile-not-found' } },
        { request: post(ann), response: { profile: ann } },
        { request: get(), response: { profile: ann } },
        { request: patch(anna, { 'If-Match': '"${version}"' }), response: { profile: anna } },
        { request: patch(ann, { 'If-Match': '"${version:first}"' }), response: { problem: 'precondition-failed' } },
        { request: get(), response: { profile: anna } },
        { request: { method: 'DELETE' }, response: { status: 204 } },
        { request: get(), response: { problem: 'profile-not-found' } },
      ],
    },
    {
      name: 'profileSchema: what is required, and how long it may be',
      steps: [
        { request: post({}), response: { problem: 'invalid-profile', errors: [['/name', 'required']] } },
        { request: post({ name: 'n'.repeat(101) }), response: { problem: 'invalid-profile', errors: [['/name', 'maxLength']] } },
        { request: get(), response: { problem: 'profile-not-found' } },
        { request: post(ann), response: { profile: ann } },
        { request: patch({ name: null }), response: { problem: 'invalid-profile', errors: [['/name', 'required']] } },
      ],
    },
    {
      name: 'profileSchema: users do not write what is readOnly',
      steps: [
        { request: post({ ...ann, plan: 'paid' }), response: { problem: 'invalid-profile', errors: [['/plan', 'readOnly']] } },
        { request: post(ann), response: { profile: ann } },
        { request: patch({ plan: 'paid' }), response: { problem: 'invalid-profile', errors: [['/plan', 'readOnly']] } },
      ],
    },
    {
      name: 'userPartitions, profileSchema: what the back end wrote, there',
      given: paid,
      steps: [
        { request: patch({ plan: 'free' }), response: { problem: 'invalid-profile', errors: [['/plan', 'readOnly']] } },
        { request: patch(anna), response: { profile: { ...anna, plan: 'paid' } } },
        { request: post(ann), response: { profile: { ...ann, plan: 'paid' } } },
      ],
    },
    {
      name: 'maxProfileSize: 16 KiB and no byte more',
      steps: [
        { request: post(ofSize(16 * 1024)), response: { profile: ofSize(16 * 1024) } },
        { request: post(ofSize(16 * 1024 + 1)), response: { problem: 'profile-too-large' } },
        { request: patch({ more: true }), response: { problem: 'profile-too-large' } },
      ],
    },
  ];
}

function get() {
  return { method: 'GET' };
}

function post(profile: object) {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(profile) };
}

function patch(changes: object, headers: Record<string, string> = {}) {
  return { method: 'PATCH', headers: { 'Content-Type': 'application/merge-patch+json', ...headers }, body: JSON.stringify(changes) };
}

/** A profile that takes so much in DynamoDB: 3 bytes for the object, and 1 for each member beside its name and its text. */
function ofSize(bytes: number) {
  const rest = 3 + 1 + 'name'.length + 'Ann'.length + 1 + 'about'.length;
  return { name: 'Ann', about: 'a'.repeat(bytes - rest) };
}
