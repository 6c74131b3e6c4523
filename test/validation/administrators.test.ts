import { Token } from 'aws-cdk-lib';
import { boundary } from '../support/stacks/boundary';

boundary('adminGroup', [
  ['a name', { adminGroup: 'admins' }],
  ['128 characters', { adminGroup: 'a'.repeat(128) }],
  ['brackets, commas and quotation marks', { adminGroup: '[a],"b"' }],
  ['letters, marks and symbols of any script', { adminGroup: 'Zoë-管理者+☂' }],
  ['a token', { adminGroup: Token.asString({ Ref: 'Group' }) }],
], [
  ['nothing', { adminGroup: '' }, "adminGroup: '' is not a name of a group; specify 1 to 128 letters, marks, symbols, digits and punctuation characters, without spaces"],
  ['129 characters', { adminGroup: 'a'.repeat(129) }, 'is not a name of a group'],
  ['a space', { adminGroup: 'our admins' }, "adminGroup: 'our admins' is not"],
  ['a no-break space', { adminGroup: 'our\u00a0admins' }, 'is not a name of a group'],
  ['a control character', { adminGroup: 'admins\n' }, "adminGroup: 'admins\\n' is not"],
  ['a list', { adminGroup: ['admins'] as unknown as string }, 'adminGroup: ["admins"] is not a string'],
]);
