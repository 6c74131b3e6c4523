import { isDeepStrictEqual } from 'node:util';
import { CompileError } from './compile-errors';
import { errorOf, Mistake, otherErrors } from './mistakes';
import { Failure } from '../../../scripts/lib/command/failure';
import { Checks } from '../checks';

const MESSAGE_LENGTH = 140;

const ANN = {
  name: 'Ann',
  nickname: 'Annie',
  language: 'en',
  newsletter: true,
  address: { street: 'Main Street 1', city: 'Riga', country: 'LV' },
  interests: ['chess', 'tea'],
};
const { nickname, ...ANN_WITHOUT_NICKNAME } = ANN;

const ANN_IN_TARTU = { ...ANN_WITHOUT_NICKNAME, address: { ...ANN.address, city: 'Tartu' } };

/** What the program `check` of each client prints: the name of a result, what the client did, and the result. */
const RESULTS: [name: string, title: string, result: unknown][] = [
  ['created', 'POST creates the profile', ANN],
  ['saved', 'PATCH with null for the nickname, and with If-Match', 'Saved.'],
  ['profile', 'GET reads the profile without the nickname', ANN_IN_TARTU],
  ['conflict', 'PATCH of an old version is a 412', 'The profile has changed. Read it again.'],
  ['invalid', 'PATCH with an empty name is a 422 with its violation', '/name: minLength'],
  ['unauthorized', 'GET with another token has the message of API Gateway', 'Unauthorized'],
  ['plan', 'PATCH by an administrator changes a read-only field', 'paid'],
  ['listed', 'GET lists all profiles, in pages of one', [{ ...ANN_IN_TARTU, plan: 'paid' }]],
  ['afterDeletion', 'DELETE deletes the account, and GET is a 410 from then on', 410],
];

/** Checks that the programs compile, except for the mistakes. */
export async function checkErrors(checks: Checks, mistakes: readonly Mistake[], compile: () => Promise<CompileError[]>): Promise<void> {
  let errors: CompileError[] = [];
  await checks.check('The programs and the generated code compile', async () => {
    errors = await compile();
    const others = otherErrors(mistakes, errors);
    if (others.length > 0) {
      throw new Failure(others.map(({ file, line, code, message }) => `${file}:${line} ${code}: ${message}`).join('\n'));
    }
  }, () => 'done');
  for (const mistake of mistakes) {
    await checks.check(`Does not compile: ${mistake.text}`, async () => {
      const error = errorOf(mistake, errors);
      if (!error) {
        throw new Failure(`${mistake.file}:${mistake.line} has no error ${mistake.code}.`);
      }
      return error;
    }, ({ code, message }) => `${code}: ${message.length > MESSAGE_LENGTH ? `${message.slice(0, MESSAGE_LENGTH)}…` : message}`);
  }
}

/** Checks what the program of a client printed. */
export async function checkResults(checks: Checks, results: Record<string, unknown>): Promise<void> {
  for (const [name, title, expected] of RESULTS) {
    await checks.check(title, async () => {
      if (!isDeepStrictEqual(results[name], expected)) {
        throw new Failure(`The result is ${JSON.stringify(results[name])} instead of ${JSON.stringify(expected)}.`);
      }
    }, () => typeof expected === 'object' ? 'done' : String(expected));
  }
}
