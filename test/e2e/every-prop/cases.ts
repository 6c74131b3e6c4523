import { ContractCase, ProfileKey } from '../../handlers/contract';

/** The environment variables of the functions in the stack with every prop. */
export const ENVIRONMENT = { USER_PARTITIONS: '16' };

/** What a user observes because of the props of the stack, as cases of the contract of the handlers. */
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
      name: 'A profile from creation to deletion',
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
      name: 'profileSchema: required members and maximum length',
      steps: [
        { request: post({}), response: { problem: 'invalid-profile', errors: [['/name', 'required']] } },
        { request: post({ name: 'n'.repeat(101) }), response: { problem: 'invalid-profile', errors: [['/name', 'maxLength']] } },
        { request: get(), response: { problem: 'profile-not-found' } },
        { request: post(ann), response: { profile: ann } },
        { request: patch({ name: null }), response: { problem: 'invalid-profile', errors: [['/name', 'required']] } },
      ],
    },
    {
      name: 'profileSchema: users cannot write a readOnly member',
      steps: [
        { request: post({ ...ann, plan: 'paid' }), response: { problem: 'invalid-profile', errors: [['/plan', 'readOnly']] } },
        { request: post(ann), response: { profile: ann } },
        { request: patch({ plan: 'paid' }), response: { problem: 'invalid-profile', errors: [['/plan', 'readOnly']] } },
      ],
    },
    {
      name: 'userPartitions, profileSchema: a readOnly value of the back end is kept',
      given: paid,
      steps: [
        { request: patch({ plan: 'free' }), response: { problem: 'invalid-profile', errors: [['/plan', 'readOnly']] } },
        { request: patch(anna), response: { profile: { ...anna, plan: 'paid' } } },
        { request: post(ann), response: { profile: { ...ann, plan: 'paid' } } },
      ],
    },
    {
      name: 'maxProfileSize: at most 16 KiB',
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

/** A profile of a given size in DynamoDB: 3 bytes for the map, and 1 byte, the name and the text for each member. */
function ofSize(bytes: number) {
  const rest = 3 + 1 + 'name'.length + 'Ann'.length + 1 + 'about'.length;
  return { name: 'Ann', about: 'a'.repeat(bytes - rest) };
}
