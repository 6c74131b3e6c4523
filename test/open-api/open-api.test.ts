import { spawnSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { CognitoProfileService, OpenApiOptions } from '../../src';
import { synthesize } from '../support/stacks/synth';

const SCHEMA = {
  type: 'object',
  definitions: { address: { type: 'object', properties: { city: { type: 'string' } } } },
  properties: { name: { type: 'string' }, address: { $ref: '#/definitions/address' }, pair: { type: 'array', items: [{ type: 'number' }, true] } },
  required: ['name'],
};

test.each<[string, OpenApiOptions]>([
  ['without options', {}],
  ['with a schema and a URL', { profileSchema: SCHEMA, profileUrl: 'https://api.example.com/v1/user/profile' }],
])('the description %s is OpenAPI 3.1', (_, options) => {
  const directory = mkdtempSync(path.join(tmpdir(), 'open-api-'));
  try {
    const file = path.join(directory, 'openapi.json');
    writeFileSync(file, JSON.stringify(CognitoProfileService.openApi(options)));
    const validator = path.join(path.dirname(require.resolve('@seriousme/openapi-schema-validator')), 'bin', 'validate-api-cli.js');
    expect(JSON.parse(spawnSync(process.execPath, [validator, file], { encoding: 'utf-8' }).stdout)).toEqual({ valid: true });
  } finally {
    rmSync(directory, { recursive: true });
  }
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
  const { post, patch } = CognitoProfileService.openApi().paths['/user/profile'];
  expect([post, patch].map(({ requestBody }) => [requestBody.required, Object.keys(requestBody.content)])).toEqual(Array(2).fill([true, ['application/json']]));
});

test('every media type of a response describes what the function and what the gateway answers', () => {
  const { responses } = CognitoProfileService.openApi().components;
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
  expect(JSON.stringify(CognitoProfileService.openApi({ profileSchema: SCHEMA }))).not.toContain('"Ann"');
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
