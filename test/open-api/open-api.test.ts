import { readFileSync } from 'fs';
import { CognitoProfileService, OpenApiOptions } from '../../src';
import { validate } from '../openapi/validator';
import { synthesize } from '../support/stacks/synth';

const SCHEMA = {
  type: 'object',
  definitions: { address: { type: 'object', properties: { city: { type: 'string' } } } },
  properties: { name: { type: 'string' }, address: { $ref: '#/definitions/address' }, pair: { type: 'array', items: [{ type: 'number' }, true] } },
  required: ['name'],
};
const WITH_READ_ONLY = { ...SCHEMA, properties: { ...SCHEMA.properties, plan: { enum: ['free', 'paid'], readOnly: true } } };
const OWN_PROFILE = ['getProfile', 'createProfile', 'updateProfile', 'deleteProfile'];

test.each<[string, OpenApiOptions]>([
  ['without options', {}],
  ['with a schema and a URL', { profileSchema: SCHEMA, profileUrl: 'https://api.example.com/v1/user/profile' }],
  ['with every part', { administrators: true, accountDeletion: true }],
  ['with every part and a schema', { profileSchema: WITH_READ_ONLY, administrators: true, accountDeletion: true }],
])('the description %s is OpenAPI 3.1', (_, options) => {
  expect(validate(CognitoProfileService.openApi(options))).toEqual({ valid: true });
});

test.each<[string, OpenApiOptions, string[]]>([
  ['by default the own profile', {}, OWN_PROFILE],
  ['nothing for parts that the service does not have', { administrators: false, accountDeletion: false }, OWN_PROFILE],
  ['the operations of administrators', { administrators: true }, [
    ...OWN_PROFILE, 'getUserProfile', 'createUserProfile', 'updateUserProfile', 'deleteUserProfile', 'listProfiles',
  ]],
  ['the deletion of the account', { accountDeletion: true }, [...OWN_PROFILE, 'deleteAccount']],
  ['the deletion of any account by administrators', { administrators: true, accountDeletion: true }, [
    ...OWN_PROFILE, 'getUserProfile', 'createUserProfile', 'updateUserProfile', 'deleteUserProfile', 'listProfiles', 'deleteAccount', 'deleteUser',
  ]],
])('the description has %s', (_, options, operationIds) => {
  expect(operationsOf(options).map(({ operationId }) => operationId).sort()).toEqual([...operationIds].sort());
});

test('every operation on a profile tells of erased accounts, if accounts can be deleted', () => {
  const telling = (options: OpenApiOptions) => operationsOf(options).filter(({ responses }) => '410' in responses).map(({ operationId }) => operationId);
  expect(telling({ administrators: true })).toEqual([]);
  expect(telling({ accountDeletion: true })).toEqual(OWN_PROFILE);
  expect(telling({ administrators: true, accountDeletion: true }).sort())
    .toEqual([...OWN_PROFILE, 'getUserProfile', 'createUserProfile', 'updateUserProfile', 'deleteUserProfile'].sort());
});

test('administrators have the operations of the own profile, on the profile of any user', () => {
  const { paths } = CognitoProfileService.openApi({ administrators: true, accountDeletion: true });
  const { parameters: ownParameters, ...own } = paths['/user/profile'];
  const { parameters: [sub, ...parameters], ...ofUser } = paths['/users/{sub}/profile'];
  expect(sub).toEqual({ $ref: '#/components/parameters/Sub' });
  expect(parameters).toEqual(ownParameters);
  expect(Object.keys(ofUser)).toEqual(Object.keys(own));
  for (const [method, { responses, requestBody }] of Object.entries<any>(ofUser)) {
    const { 400: malformed, 403: forbidden, ...others } = responses;
    expect(own[method].responses).toEqual({ ...others, 400: expect.anything(), 403: expect.anything() });
    expect([malformed, forbidden]).not.toEqual([own[method].responses[400], own[method].responses[403]]);
    expect(requestBody).toEqual(own[method].requestBody);
  }
});

test('the operations of administrators, and no others, are refused to other users', () => {
  const operations = operationsOf({ administrators: true, accountDeletion: true });
  const refusing = operations.filter(({ responses }) => responses[403].$ref === '#/components/responses/AdministratorsOnly');
  expect(refusing).toHaveLength(6);
  expect(refusing).toEqual(operations.filter(({ tags }) => tags.includes('administrators')));
});

test('administrators can write the read-only properties that users can only read', () => {
  const { paths, components: { schemas } } = CognitoProfileService.openApi({ profileSchema: WITH_READ_ONLY, administrators: true });
  const { post, patch } = paths['/users/{sub}/profile'];
  expect(post.requestBody.content['application/json'].schema).toEqual({ $ref: '#/components/schemas/UserProfileData' });
  expect(patch.requestBody.content['application/json'].schema).toEqual({ $ref: '#/components/schemas/UserProfilePatch' });
  expect(schemas.UserProfileData.properties.plan).toEqual({ enum: ['free', 'paid'] });
  expect(schemas.ProfileData.properties.plan).toEqual({ enum: ['free', 'paid'], readOnly: true });
  expect(schemas.Profile.properties.profile_data).toEqual({ $ref: '#/components/schemas/ProfileData' });
});

test.each<[string, OpenApiOptions]>([
  ['no read-only properties', { profileSchema: SCHEMA, administrators: true }],
  ['no schema', { administrators: true }],
  ['no administrators', { profileSchema: WITH_READ_ONLY }],
])('a service with %s has one schema for the profiles that users and administrators send', (_, options) => {
  expect(Object.keys(CognitoProfileService.openApi(options).components.schemas).filter((name) => name.startsWith('User'))).toEqual([]);
});

test('bodies and items have the schema of the profile, a patch its own', () => {
  const { paths, components } = CognitoProfileService.openApi({ profileSchema: SCHEMA });
  const { post, patch } = paths['/user/profile'];
  const data = { $ref: '#/components/schemas/ProfileData' };
  expect(post.requestBody.content['application/json'].schema).toEqual(data);
  expect(patch.requestBody.content['application/json'].schema).toEqual({ $ref: '#/components/schemas/ProfilePatch' });
  expect(components.schemas.Profile.properties.profile_data).toEqual(data);
  expect(components.schemas.ProfileData.required).toEqual(['name']);
  expect(components.schemas.ProfilePatch).not.toHaveProperty('required');
});

test('a body has one media type, so that a generated client requires a body and does not accept any text', () => {
  const bodies = operationsOf({ administrators: true }).flatMap(({ requestBody }) => requestBody ?? []);
  expect(bodies.map(({ required, content }) => [required, Object.keys(content)])).toEqual(Array(4).fill([true, ['application/json']]));
});

test('every media type of a response describes what the function and what the gateway answers', () => {
  const { responses } = CognitoProfileService.openApi({ administrators: true, accountDeletion: true }).components;
  const ofTwo = Object.values<any>(responses).filter(({ content = {} }) => Object.keys(content).length > 1);
  const either = { anyOf: ['NoSubjectProblem', 'GatewayMessage'].map((name) => ({ $ref: `#/components/schemas/${name}` })) };
  expect(Object.values<any>(responses.Unauthorized.content).map(({ schema }) => schema)).toEqual([either, either]);
  expect(ofTwo.length).toBeGreaterThan(3);
  for (const { content } of ofTwo) {
    const [first, ...others] = Object.values<any>(content).map(({ schema }) => schema);
    expect(first.anyOf).toHaveLength(2);
    expect(others).toEqual([first]);
  }
});

test('no example has a profile, which may not match the schema', () => {
  expect(JSON.stringify(CognitoProfileService.openApi({ profileSchema: SCHEMA, administrators: true }))).not.toContain('"Ann"');
  expect(readFileSync(CognitoProfileService.OPENAPI_PATH, 'utf-8')).toContain('"Ann"');
});

test('the server is that of the URL', () => {
  expect(CognitoProfileService.openApi({ profileUrl: 'https://api.example.com/v1/user/profile' }).servers).toEqual([{ url: 'https://api.example.com/v1' }]);
  expect(CognitoProfileService.openApi().servers).toEqual([{ url: expect.stringMatching(/^https:\/\/[^{}]+$/), description: expect.any(String) }]);
});

test('the URL of a service resolves at deployment', () => {
  const { service, stack } = synthesize();
  const [{ url }] = CognitoProfileService.openApi({ profileUrl: service.profileUrl }).servers;
  expect(stack.resolve(url)).toEqual(stack.resolve(service.httpApi.apiEndpoint));
});

test('invalid options fail, all at once', () => {
  expect(() => CognitoProfileService.openApi({ profileSchema: { type: 'string' }, profileUrl: 'https://api.example.com' })).toThrow(
    /^Invalid options of CognitoProfileService\.openApi:\n {2}- profileSchema\/type: "?'?string.* does not describe an object[^]*\n {2}- profileUrl: 'https:\/\/api\.example\.com' is not the URL of a profile; specify/,
  );
});

test.each(['administrators', 'accountDeletion'])('%s is true or false, and not the value of a prop', (option) => {
  expect(() => CognitoProfileService.openApi({ [option]: 'Administrators' })).toThrow(`${option}: 'Administrators' is not true or false; specify one`);
});

function operationsOf(options: OpenApiOptions): any[] {
  return Object.values<any>(CognitoProfileService.openApi(options).paths)
    .flatMap((item) => ['get', 'post', 'patch', 'delete'].flatMap((method) => item[method] ?? []));
}
