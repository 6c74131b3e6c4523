/** The path of the signed-in user's profile in the API. */
export const PROFILE_PATH = '/user/profile';
/** The path of the profile of a user, for administrators. */
export const USER_PROFILE_PATH = '/users/{sub}/profile';
