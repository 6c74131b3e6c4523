import { PropError, propError, propErrorWithoutValue } from './prop-error';
import { SchemaFault } from '../profile-schema/document';
import { Settings } from '../settings';

/** The first errors often cause later ones. */
const MAX_ERRORS = 10;
/** The maximum length of a value in a message, because part of a schema can be very long. */
const MAX_LENGTH = 100;

/** Describes the errors that the parser found in `profileSchema`. */
export function validateProfileSchema({ parsedSchema }: Pick<Settings, 'parsedSchema'>): PropError[] {
  const faults = parsedSchema?.faults ?? [];
  const errors = faults.slice(0, MAX_ERRORS).map(describe);
  const more = faults.length - errors.length;
  return more > 0 ? [...errors, propErrorWithoutValue('profileSchema', `has ${more} more errors; correct these first`)] : errors;
}

function describe({ pointer, value, problemAndRemedy }: SchemaFault): PropError {
  const prop = `profileSchema${pointer}`;
  const isShort = value !== undefined && JSON.stringify(value).length <= MAX_LENGTH;
  return isShort ? propError(prop, value, problemAndRemedy) : propErrorWithoutValue(prop, problemAndRemedy);
}
