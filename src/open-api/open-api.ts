import { readFileSync } from 'fs';
import { OpenApiOptions } from './open-api-options';
import { OPENAPI_PATH } from './open-api-path';
import { profileSchemas } from './profile-schemas';
import { PROFILE_PATH } from '../api/profile-path';
import { readProfileSchema } from '../profile-schema';
import { SchemaObject } from '../profile-schema/document';
import { validateProfileSchema } from '../validation/profile-schema';
import { PropError, propError, throwIfAny } from '../validation/prop-error';

const JSON_TYPE = 'application/json';
const DATA = { $ref: '#/components/schemas/ProfileData' };
const PATCH = { $ref: '#/components/schemas/ProfilePatch' };

/**
 * Returns the OpenAPI description of one deployment, for generators of clients: with the schema of its profiles and its URL.
 *
 * @throws Error that lists the invalid options
 */
export function openApi({ profileSchema, profileUrl }: OpenApiOptions): { [key: string]: any } {
  throwIfAny('Invalid options of CognitoProfileService.openApi', [
    ...validateProfileSchema({ parsedSchema: profileSchema && readProfileSchema(profileSchema) }),
    ...validateProfileUrl(profileUrl),
  ]);
  const description = JSON.parse(readFileSync(OPENAPI_PATH, 'utf-8'));
  if (profileUrl) {
    description.servers = [{ url: profileUrl.slice(0, -PROFILE_PATH.length) }];
  }
  const { post, patch } = description.paths[PROFILE_PATH];
  // With two media types, some generators accept any text in place of a profile, or no body at all.
  post.requestBody.content = { [JSON_TYPE]: { schema: DATA } };
  patch.requestBody.content = { [JSON_TYPE]: { schema: PATCH } };
  const { schemas, responses } = description.components;
  // Its profile may not match the schema.
  delete responses.Profile.content[JSON_TYPE].example;
  Object.values<any>(responses).forEach(describeEachBody);
  schemas.Profile.properties.profile_data = DATA;
  Object.assign(schemas, profileSchemas((profileSchema ?? schemas.ProfileData) as SchemaObject));
  return description;
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
