/** The path of the signed-in user's profile in the API. */
export const PROFILE_PATH = '/user/profile';
