/** The path of the signed-in user's profile in the API. */
export const PROFILE_PATH = '/user/profile';
/** The path of the signed-in user's account. */
export const ACCOUNT_PATH = '/user';
/** The path of the profile of a user, for administrators. */
export const USER_PROFILE_PATH = '/users/{sub}/profile';
/** The path of the account of a user, for administrators. */
export const USER_ACCOUNT_PATH = '/users/{sub}';
/** The path of the list of all profiles, for administrators. */
export const PROFILES_PATH = '/users/profiles';
