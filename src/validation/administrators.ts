import { isKnown, PropError, propError } from './prop-error';
import { Settings } from '../settings';

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html */
const GROUP_NAME = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u;

/** Validates the group of administrators. */
export function validateAdministrators({ adminGroup }: Settings): PropError[] {
  return !isKnown(adminGroup) || GROUP_NAME.test(adminGroup)
    ? []
    : [propError('adminGroup', adminGroup, 'is not a name of a group; specify 1 to 128 letters, marks, symbols, digits and punctuation characters, without spaces')];
}
