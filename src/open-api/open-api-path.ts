import * as path from 'path';

const ASSETS = path.join(__dirname, '..', '..', 'assets');

/** The path of the description of every deployment, a JSON file in the package. */
export const OPENAPI_PATH = path.join(ASSETS, 'openapi.json');

/** The paths of what optional parts of a service add to its description, JSON files in the package. */
export const ADDITION_PATHS = {
  administrators: path.join(ASSETS, 'openapi', 'administrators.json'),
  accountDeletion: path.join(ASSETS, 'openapi', 'account-deletion.json'),
  /** Deletion of accounts by administrators, for services with both. */
  userDeletion: path.join(ASSETS, 'openapi', 'user-deletion.json'),
};
