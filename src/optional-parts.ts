/* eslint-disable @typescript-eslint/no-require-imports */

/**
 * The parts that many services do without. Each is loaded when a service first uses it: with them, the library would take a third longer
 * to load.
 */
export const optionalParts = {
  get accountDeletion() {
    return require('./account-deletion/account-deletion') as typeof import('./account-deletion/account-deletion');
  },
  get administrators() {
    return require('./administrators/administrators') as typeof import('./administrators/administrators');
  },
  get alarms() {
    return require('./operations/alarms') as typeof import('./operations/alarms');
  },
  get changeEvents() {
    return require('./change-events/change-publisher') as typeof import('./change-events/change-publisher');
  },
  get dashboard() {
    return require('./operations/dashboard') as typeof import('./operations/dashboard');
  },
  get openApi() {
    return require('./open-api/open-api') as typeof import('./open-api/open-api');
  },
  get profileSchema() {
    return require('./profile-schema') as typeof import('./profile-schema');
  },
};
