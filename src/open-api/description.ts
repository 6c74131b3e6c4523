import { readFileSync } from 'fs';
import { OpenApiOptions } from './open-api-options';
import { ADDITION_PATHS, OPENAPI_PATH } from './open-api-path';

type Description = { [key: string]: any };

/** Returns the complete description of the API of a service: that of every service, with what its optional parts add to it. */
export function describeApi({ administrators, accountDeletion }: Pick<OpenApiOptions, 'administrators' | 'accountDeletion'>): Description {
  const additions = [
    ...administrators ? [ADDITION_PATHS.administrators] : [],
    ...accountDeletion ? [ADDITION_PATHS.accountDeletion] : [],
    ...administrators && accountDeletion ? [ADDITION_PATHS.userDeletion] : [],
  ];
  return additions.map(read).reduce(merge, read(OPENAPI_PATH));
}

function read(file: string): Description {
  return JSON.parse(readFileSync(file, 'utf-8'));
}

/** Merges objects member by member, and appends lists. Other values of the addition take the place of those of the description. */
function merge(description: Description, addition: Description): Description {
  return Object.entries(addition).reduce((merged, [name, value]) => {
    const present = merged[name];
    if (Array.isArray(present)) {
      return { ...merged, [name]: [...present, ...value] };
    }
    return { ...merged, [name]: typeof present === 'object' ? merge(present, value) : value };
  }, description);
}
