import { Finding, finding, findingOf } from './finding';
import { readProfileSchema } from '../profile-schema';
import { SchemaFault } from '../profile-schema/document';

/** The most findings that one schema gives; the next ones often follow from the first. */
const MAX_FINDINGS = 10;
/** Parts of a schema can be as long as the schema. */
const MAX_LENGTH = 100;

export function validateProfileSchema(profileSchema: { [key: string]: any } | undefined): Finding[] {
  if (profileSchema === undefined) {
    return [];
  }
  const { faults } = readProfileSchema(profileSchema);
  const findings = faults.slice(0, MAX_FINDINGS).map(describe);
  const more = faults.length - findings.length;
  return more > 0 ? [...findings, findingOf('profileSchema', `has ${more} more faults; correct these first`)] : findings;
}

function describe({ pointer, value, wrongAndWhatToDo }: SchemaFault): Finding {
  const prop = `profileSchema${pointer}`;
  const isShort = value !== undefined && JSON.stringify(value).length <= MAX_LENGTH;
  return isShort ? finding(prop, value, wrongAndWhatToDo) : findingOf(prop, wrongAndWhatToDo);
}
