import * as path from 'path';
import Ajv2020, { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import document from '../../src/api/openapi.json';
import { HttpApiResponse } from '../support/drivers/handler-process';

export const DESCRIPTION_FILE = path.join(__dirname, '..', '..', 'src', 'api', 'openapi.json');
export const DESCRIPTION: any = document;
export const PROBLEM_TYPE = 'application/problem+json';

const ID = 'openapi';
const METHODS = ['get', 'post', 'patch', 'delete'];

/** One response of one operation. */
export interface DescribedResponse {
  /** Such as `GET /user/profile`. */
  readonly route: string;
  readonly status: number;
  readonly headers: Record<string, any>;
  /** By media type; `strict` is the schema, but nothing that is not described passes, though a client is to expect more. */
  readonly content: Record<string, { readonly strict: object; readonly schema: any; readonly examples?: Record<string, unknown> }>;
}

/** Everything that the description says is answered. */
export const RESPONSES: readonly DescribedResponse[] = Object.entries<any>(document.paths).flatMap(([route, item]) =>
  METHODS.filter((method) => item[method]).flatMap((method) =>
    Object.entries<any>(item[method].responses).map(([status, reference]) => {
      const { $ref: pointer = `#${pointerTo('paths', route, method, 'responses', status)}` } = reference;
      const response = resolve(reference);
      return {
        route: `${method.toUpperCase()} ${route}`,
        status: Number(status),
        headers: Object.fromEntries(Object.entries(response.headers ?? {}).map(([name, header]) => [name, resolve(header)])),
        content: Object.fromEntries(Object.entries<any>(response.content ?? {}).map(([mediaType, content]) => {
          const strict = { $ref: ID + pointer + pointerTo('content', mediaType, 'schema'), unevaluatedProperties: false };
          return [mediaType, { ...content, strict }];
        })),
      };
    })));

/** Whether the functions give a response, and not only the gateway. */
export function isOfFunctions({ content }: DescribedResponse): boolean {
  return PROBLEM_TYPE in content || !Object.values(content).some(({ schema }) => schema.$ref?.endsWith('/GatewayMessage'));
}

/** What of a function's answer is not described, or described otherwise. */
export function deviations(route: string, { statusCode, headers, body }: HttpApiResponse): string[] {
  const described = RESPONSES.find((response) => response.route === route && response.status === statusCode);
  return described
    ? [...headerDeviations(described, headers), ...bodyDeviations(described, headers['Content-Type'], body)]
    : [`${route} is not described to answer ${statusCode}`];
}

/** Says how a value differs from a schema of the description. */
export function mismatches(schema: object, value: unknown): string[] {
  return run(validators.compile(schema), value);
}

export function resolve(node: any): any {
  return node.$ref === undefined
    ? node
    : resolve((node.$ref as string).split('/').slice(1).reduce((parent, key) => parent[unescape(key)], document as any));
}

// Formats are checked as well. A key that is not JSON Schema's is OpenAPI's.
const validators = withDescription(new Ajv2020({ strict: false, allErrors: true }));
/** Header values are text. */
const headerValidators = withDescription(new Ajv2020({ strict: false, coerceTypes: true }));

function headerDeviations({ headers: described }: DescribedResponse, headers: Record<string, string>): string[] {
  const given = Object.keys(headers).filter((name) => name !== 'Content-Type');
  return [
    ...given.filter((name) => !described[name]).map((name) => `${name} is not described`),
    ...Object.keys(described).filter((name) => described[name].required && !given.includes(name)).map((name) => `${name} is missing`),
    ...given.filter((name) => described[name]).flatMap((name) => run(headerValidators.compile(described[name].schema), headers[name])),
  ];
}

function bodyDeviations({ content }: DescribedResponse, mediaType: string | undefined, body: string | undefined): string[] {
  if (mediaType === undefined) {
    return Object.keys(content).length > 0 || body !== undefined ? ['the media type is missing'] : [];
  }
  const described = content[mediaType];
  return described ? mismatches(described.strict, JSON.parse(body!)) : [`${mediaType} is not described`];
}

function withDescription(ajv: Ajv2020): Ajv2020 {
  addFormats(ajv);
  return ajv.addSchema({ ...document, $id: ID });
}

function run(validate: ValidateFunction, value: unknown): string[] {
  return validate(value) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function pointerTo(...keys: string[]): string {
  return keys.map((key) => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');
}

function unescape(key: string): string {
  return decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
}
