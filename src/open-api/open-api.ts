import { describeApi } from './description';
import { OpenApiOptions } from './open-api-options';
import { administratorSchemas, profileSchemas } from './profile-schemas';
import { PROFILE_PATH, USER_PROFILE_PATH } from '../api/paths';
import { readProfileSchema } from '../profile-schema';
import { SchemaObject } from '../profile-schema/document';
import { validateProfileSchema } from '../validation/profile-schema';
import { PropError, propError, throwIfAny } from '../validation/prop-error';

const JSON_TYPE = 'application/json';

/**
 * Returns the OpenAPI description of one deployment, for generators of clients: with the schema of its profiles, its URL, and the operations of
 * its optional parts.
 *
 * @throws Error that lists the invalid options
 */
export function openApi({ profileSchema, profileUrl, administrators, accountDeletion }: OpenApiOptions): { [key: string]: any } {
  const parsedSchema = profileSchema && readProfileSchema(profileSchema);
  throwIfAny('Invalid options of CognitoProfileService.openApi', [
    ...validateProfileSchema({ parsedSchema }),
    ...validateProfileUrl(profileUrl),
    ...validateFlag('administrators', administrators),
    ...validateFlag('accountDeletion', accountDeletion),
  ]);
  const description = describeApi({ administrators, accountDeletion });
  if (profileUrl) {
    description.servers = [{ url: profileUrl.slice(0, -PROFILE_PATH.length) }];
  }
  const { schemas, responses } = description.components;
  // Their profiles may not match the schema.
  [responses.Profile, responses.ProfilePage].forEach((response) => delete response?.content[JSON_TYPE].example);
  Object.values<any>(responses).forEach(describeEachBody);
  schemas.Profile.properties.profile_data = referenceTo('ProfileData');
  const schema = (profileSchema ?? schemas.ProfileData) as SchemaObject;
  Object.assign(schemas, profileSchemas(schema));
  describeBodies(description.paths[PROFILE_PATH], 'ProfileData', 'ProfilePatch');
  if (administrators && Object.keys(parsedSchema?.document.readOnly ?? {}).length > 0) {
    Object.assign(schemas, administratorSchemas(schema));
    describeBodies(description.paths[USER_PROFILE_PATH], 'UserProfileData', 'UserProfilePatch');
  } else if (administrators) {
    describeBodies(description.paths[USER_PROFILE_PATH], 'ProfileData', 'ProfilePatch');
  }
  return description;
}

/** Gives each body one media type. With two, some generators accept any text in place of a profile, or no body at all. */
function describeBodies({ post, patch }: { post: any; patch: any }, dataSchema: string, patchSchema: string): void {
  post.requestBody.content = { [JSON_TYPE]: { schema: referenceTo(dataSchema) } };
  patch.requestBody.content = { [JSON_TYPE]: { schema: referenceTo(patchSchema) } };
}

function referenceTo(schema: string): object {
  return { $ref: `#/components/schemas/${schema}` };
}

/**
 * Gives each media type of a response the schemas of all of them. Some generators use the first media type only, and their clients would read
 * the gateway's response to an expired token as that of the function.
 */
function describeEachBody({ content }: { content?: Record<string, { schema: object }> }): void {
  const bodies = Object.values(content ?? {});
  if (bodies.length > 1) {
    const anyOf = bodies.map(({ schema }) => schema);
    bodies.forEach((body) => { body.schema = { anyOf }; });
  }
}

function validateProfileUrl(profileUrl: string | undefined): PropError[] {
  return profileUrl === undefined || profileUrl.endsWith(PROFILE_PATH)
    ? []
    : [propError('profileUrl', profileUrl, `is not the URL of a profile; specify the profileUrl of a service, which ends with ${PROFILE_PATH}`)];
}

/** Validated for apps in languages without type checking, which might specify the name of a group. */
function validateFlag(name: string, value: unknown): PropError[] {
  return value === undefined || typeof value === 'boolean' ? [] : [propError(name, value, 'is not true or false; specify one')];
}
