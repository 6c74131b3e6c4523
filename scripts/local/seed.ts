import { readFile } from 'node:fs/promises';
import { Failure } from '../lib/command/failure';
import { User } from '../lib/user/journey';

const MEMBERS = ['email', 'password', 'profile'];

/** A user to create, with the profile if specified. */
export interface SeedUser extends User {
  readonly profile?: Readonly<Record<string, unknown>>;
}

/** Reads the file of `--seed`. Any user in it that is not as expected is a failure, before anything is created. */
export async function readSeed(file: string): Promise<SeedUser[]> {
  let users: unknown;
  try {
    users = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Failure(`--seed is "${file}", which can't be read as JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(users) || users.length === 0) {
    throw new Failure(`--seed is "${file}", which does not contain a list of users. Write [{ "email": …, "password": …, "profile": … }].`);
  }
  const emails = users.map((user) => user?.email);
  const faults = users.flatMap((user, index) => [...faultsOf(user), ...duplicateOf(emails, index)].map((fault) => `  user ${index}: ${fault}`));
  if (faults.length > 0) {
    throw new Failure(`--seed is "${file}", which contains invalid users:\n${faults.join('\n')}`);
  }
  return users;
}

function faultsOf(user: unknown): string[] {
  if (!isObject(user)) {
    return [`${JSON.stringify(user)} is not an object; write { "email": …, "password": …, "profile": … }`];
  }
  const { email, password, profile } = user;
  return [
    ...typeof email === 'string' && email.includes('@') ? [] : [`email is ${JSON.stringify(email)}; write an email address`],
    ...typeof password === 'string' && password !== '' ? [] : ['password is missing; write one that meets the policy of the user pool'],
    ...profile === undefined || isObject(profile) ? [] : [`profile is ${JSON.stringify(profile)}; write a JSON object, or leave it out`],
    ...Object.keys(user).filter((name) => !MEMBERS.includes(name)).map((name) => `${name} is unknown; use ${MEMBERS.join(', ')}`),
  ];
}

function duplicateOf(emails: readonly unknown[], index: number): string[] {
  const email = emails[index];
  return typeof email === 'string' && emails.indexOf(email) < index ? [`email is ${JSON.stringify(email)} again; write each user once`] : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
