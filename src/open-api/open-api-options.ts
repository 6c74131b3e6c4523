/**
 * Options of `CognitoProfileService.openApi()`.
 */
export interface OpenApiOptions {
  /**
   * The `profileSchema` of the service. The description contains it as the schemas of the profile.
   *
   * @default - the profile is any JSON object
   */
  readonly profileSchema?: { [key: string]: any };

  /**
   * The URL of the profile, as the attribute `profileUrl` of the service has it. It ends with `/user/profile`.
   *
   * @default - the URL of an example
   */
  readonly profileUrl?: string;

  /**
   * Whether the service has an `adminGroup`. The description then contains the operations of administrators on the profiles of all users.
   *
   * @default false
   */
  readonly administrators?: boolean;

  /**
   * Whether the service has `accountDeletion`. The description then contains the deletion of the signed-in user's account, and the response to
   * requests for the profile of an erased account. With `administrators`, it also contains the deletion of any user's account.
   *
   * @default false
   */
  readonly accountDeletion?: boolean;
}
