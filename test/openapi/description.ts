import Ajv2020, { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describeApi } from '../../src/open-api/description';
import { HttpApiResponse } from '../support/drivers/handler-process';

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

/** A description of the API, and what it says of answers. */
export class Description {
  /** Everything that the description says is answered. */
  public readonly responses: readonly DescribedResponse[];
  private readonly validators: Ajv2020;
  /** Header values are text. */
  private readonly headerValidators: Ajv2020;

  constructor(public readonly document: any) {
    // Formats are checked as well. A key that is not JSON Schema's is OpenAPI's.
    this.validators = this.withDescription(new Ajv2020({ strict: false, allErrors: true }));
    this.headerValidators = this.withDescription(new Ajv2020({ strict: false, coerceTypes: true }));
    this.responses = Object.entries<any>(document.paths).flatMap(([route, item]) =>
      METHODS.filter((method) => item[method]).flatMap((method) =>
        Object.keys(item[method].responses).map((status) => this.describedResponse(route, method, status))));
  }

  /** What of a function's answer is not described, or described otherwise. */
  public deviations(route: string, { statusCode, headers, body }: HttpApiResponse): string[] {
    const described = this.responses.find((response) => response.route === route && response.status === statusCode);
    return described
      ? [...this.headerDeviations(described, headers), ...this.bodyDeviations(described, headers['Content-Type'], body)]
      : [`${route} is not described to answer ${statusCode}`];
  }

  /** Says how a value differs from a schema of the description. */
  public mismatches(schema: object, value: unknown): string[] {
    return run(this.validators.compile(schema), value);
  }

  public resolve(node: any): any {
    return node.$ref === undefined
      ? node
      : this.resolve((node.$ref as string).split('/').slice(1).reduce((parent, key) => parent[unescape(key)], this.document));
  }

  private describedResponse(route: string, method: string, status: string): DescribedResponse {
    const reference = this.document.paths[route][method].responses[status];
    const { $ref: pointer = `#${pointerTo('paths', route, method, 'responses', status)}` } = reference;
    const response = this.resolve(reference);
    return {
      route: `${method.toUpperCase()} ${route}`,
      status: Number(status),
      headers: Object.fromEntries(Object.entries(response.headers ?? {}).map(([name, header]) => [name, this.resolve(header)])),
      content: Object.fromEntries(Object.entries<any>(response.content ?? {}).map(([mediaType, content]) => {
        const strict = { $ref: ID + pointer + pointerTo('content', mediaType, 'schema'), unevaluatedProperties: false };
        return [mediaType, { ...content, strict }];
      })),
    };
  }

  private headerDeviations({ headers: described }: DescribedResponse, headers: Record<string, string>): string[] {
    const given = Object.keys(headers).filter((name) => name !== 'Content-Type');
    return [
      ...given.filter((name) => !described[name]).map((name) => `${name} is not described`),
      ...Object.keys(described).filter((name) => described[name].required && !given.includes(name)).map((name) => `${name} is missing`),
      ...given.filter((name) => described[name]).flatMap((name) => run(this.headerValidators.compile(described[name].schema), headers[name])),
    ];
  }

  private bodyDeviations({ content }: DescribedResponse, mediaType: string | undefined, body: string | undefined): string[] {
    if (mediaType === undefined) {
      return Object.keys(content).length > 0 || body !== undefined ? ['the media type is missing'] : [];
    }
    const described = content[mediaType];
    return described ? this.mismatches(described.strict, JSON.parse(body!)) : [`${mediaType} is not described`];
  }

  private withDescription(ajv: Ajv2020): Ajv2020 {
    addFormats(ajv);
    return ajv.addSchema({ ...this.document, $id: ID });
  }
}

/** The description of a service with the defaults. */
export const DEFAULT = new Description(describeApi({}));
/** The description of a service with every optional part. */
export const COMPLETE = new Description(describeApi({ administrators: true, accountDeletion: true }));

/** Whether the functions give a response, and not only the gateway. */
export function isOfFunctions({ content }: DescribedResponse): boolean {
  return PROBLEM_TYPE in content || !Object.values(content).some(({ schema }) => schema.$ref?.endsWith('/GatewayMessage'));
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
