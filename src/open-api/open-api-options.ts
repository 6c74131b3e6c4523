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
}
