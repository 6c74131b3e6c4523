import { randomUUID } from 'crypto';
import { readFileSync } from 'fs';
import { createServer } from 'http';
import * as path from 'path';
import { COMPLETE, DEFAULT, Description, isOfFunctions, PROBLEM_TYPE } from './description';
import { validate } from './validator';
import { CognitoProfileService, CognitoProfileServiceProps } from '../../src';
import problems from '../../src/handlers/shared/problems.json';
import { describeApi } from '../../src/open-api/description';
import { ADDITION_PATHS } from '../../src/open-api/open-api-path';
import { byAdministrator, CASES, ContractCase, ContractRequest, HANDLERS, OPTIONAL_CASES, requestOf, statusOf } from '../handlers/contract';
import { runCase } from '../handlers/run-case';
import { runOnFunctions } from '../handlers/run-on-functions';
import schemaContract from '../handlers/schema-contract.json';
import { httpApiEvent } from '../support/client/http-api-event';
import { routeOf } from '../support/client/routes';
import { functionEnvironment } from '../support/database/dynamodb';
import { HandlerProcess, HttpApiResponse } from '../support/drivers/handler-process';
import { deployed, describeEachLanguage } from '../support/drivers/languages';
import { codeDirectory, RUNTIMES, synthesize } from '../support/stacks/synth';

const PATH = '/user/profile';
const METHODS = ['get', 'post', 'patch', 'delete'];
/** What the functions say of each problem, by its code. */
const PROBLEMS = Object.fromEntries(Object.entries(problems.problems)
  .map(([code, texts]) => [code, { code, type: problems.typePrefix + code, ...texts }]));

const ADMINISTRATORS = new Description(describeApi({ administrators: true }));
const ACCOUNT_DELETION = new Description(describeApi({ accountDeletion: true }));

describe.each<[string, Description]>([
  ['with the defaults', DEFAULT],
  ['with administrators', ADMINISTRATORS],
  ['with account deletion', ACCOUNT_DELETION],
  ['with every part', COMPLETE],
])('the description %s', (_, description) => {
  const { document, responses } = description;

  test('is OpenAPI 3.1', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(validate(document)).toEqual({ valid: true });
  });

  test('uses every component, and names each operation differently', () => {
    const components = Object.entries<object>(document.components).filter(([kind]) => kind !== 'securitySchemes')
      .flatMap(([kind, named]) => Object.keys(named).map((name) => `#/components/${kind}/${name}`));
    const references = referencesIn(document);
    expect(components.filter((pointer) => !references.includes(pointer))).toEqual([]);
    expect(references.filter((pointer) => !components.includes(pointer))).toEqual([]);

    const operations = Object.values<any>(document.paths).flatMap((item) => METHODS.flatMap((method) => item[method] ?? []));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    expect(new Set(operations.flatMap(({ tags }) => tags))).toEqual(new Set(document.tags.map(({ name }: { name: string }) => name)));
  });

  test('says of each problem what the functions say', () => {
    const described = responses.filter(({ content }) => content[PROBLEM_TYPE]).flatMap(({ status, content }) => {
      const { schema, examples } = content[PROBLEM_TYPE];
      const types = (schema.anyOf ?? [schema]).flatMap((alternative: object) => {
        const { properties } = description.resolve(alternative).allOf[1];
        expect(properties.status.enum).toEqual([status]);
        return properties.type.enum;
      });
      expect(types).toEqual(Object.keys(examples!).map((code) => problems.typePrefix + code));
      return types.map((type: string) => `${status} ${type}`);
    });
    const told = Object.keys(document.components.examples).map((code) => PROBLEMS[code]);
    expect(new Set(described)).toEqual(new Set(told.map(({ status, type }) => `${status} ${type}`)));
    expect(document.components.examples).toEqual(Object.fromEntries(told.map(({ code, ...value }) =>
      [code, { value: expect.objectContaining({ ...value, requestId: expect.any(String) }) }])));
  });

  test('has examples that are right', () => {
    const examples = examplesIn(description, document);
    expect(examples.length).toBeGreaterThan(20);
    expect(examples.flatMap(([schema, value]) => description.mismatches(schema, value))).toEqual([]);
  });
});

test('the package ships the description where it says', () => {
  expect(JSON.parse(readFileSync(CognitoProfileService.OPENAPI_PATH, 'utf-8'))).toEqual(source('openapi.json'));
  for (const file of Object.values(ADDITION_PATHS)) {
    expect(JSON.parse(readFileSync(file, 'utf-8'))).toEqual(source(path.join('openapi', path.basename(file))));
  }
});

test.each<[string, CognitoProfileServiceProps, Description]>([
  ['the description', {}, DEFAULT],
  ['the description with administrators', { adminGroup: 'Administrators' }, ADMINISTRATORS],
  ['the description with account deletion', { accountDeletion: true }, ACCOUNT_DELETION],
  ['the complete description', { adminGroup: 'Administrators', accountDeletion: true }, COMPLETE],
])('%s has the routes of the construct', (_, props, { responses }) => {
  const routes = Object.values(synthesize(props).template.findResources('AWS::ApiGatewayV2::Route'));
  expect(new Set(responses.map(({ route }) => route))).toEqual(new Set(routes.map(({ Properties }) => Properties.RouteKey)));
});

test('the complete description has all problems', () => {
  expect(Object.keys(COMPLETE.document.components.examples).sort()).toEqual(Object.keys(problems.problems).sort());
});

test('what is described is answered in the contract, or in an outage', () => {
  const inContract = [...CASES, ...schemaContract.cases as unknown as ContractCase[]]
    .flatMap(({ steps }) => steps.map(({ request, response }) => `${request.method} ${PATH} ${statusOf(response)}`));
  const inOutage = Object.keys(HANDLERS).map((method) => `${method} ${PATH} 503`);
  const described = DEFAULT.responses.filter(isOfFunctions).map(({ route, status }) => `${route} ${status}`);
  expect([...new Set([...inContract, ...inOutage])].sort()).toEqual(described.sort());
});

test('what is described of optional parts is answered in the contract, or in an outage', () => {
  const cases = [
    ...OPTIONAL_CASES, ...byAdministrator([...CASES, ...schemaContract.cases as unknown as ContractCase[]]),
    ...schemaContract.casesOfAdministrators as unknown as ContractCase[], ...CASES,
  ];
  const inContract = cases.flatMap(({ steps }) => steps.map(({ request, response }) => `${routeKeyOf(request)} ${statusOf(response)}`));
  const routes = new Set(COMPLETE.responses.map(({ route }) => route));
  const inOutage = [...routes].map((route) => `${route} 503`);
  const described = COMPLETE.responses.filter(isOfFunctions).map(({ route, status }) => `${route} ${status}`);
  expect([...new Set([...inContract, ...inOutage])].sort()).toEqual(described.sort());
});

describeEachLanguage((language) => {
  const service = deployed(language);

  test.each([...OPTIONAL_CASES, ...byAdministrator(CASES)])('what is answered of optional parts is described: $name', async (contractCase) =>
    runOnFunctions(service, contractCase, '2.0', 'base64', (request, response) => {
      expect(COMPLETE.deviations(routeKeyOf(request), response)).toEqual([]);
    }));

  test.each(CASES)('what is answered is described: $name', async (contractCase) => follow(contractCase, service.handlers));

  describe('with a schema', () => {
    let withSchema: HandlerProcess;

    beforeAll(() => {
      const { stack, template } = synthesize({ runtime: RUNTIMES[language], profileSchema: schemaContract.profileSchema });
      const functions = template.findResources('AWS::Lambda::Function', { Properties: { Handler: 'profile.replace' } });
      const [{ Properties: create }] = Object.values(functions);
      const { PROFILE_SCHEMA } = create.Environment.Variables;
      withSchema = HandlerProcess.start(language, { ...service.database.environment, PROFILE_SCHEMA }, codeDirectory(stack, create));
    });

    afterAll(async () => {
      await withSchema.stop();
    });

    test.each(schemaContract.cases as unknown as ContractCase[])('what is answered is described: $name', async (contractCase) =>
      follow(contractCase, withSchema));
  });

  test('what is answered in an outage is described', async () => {
    const throttling = createServer((_, response) => response.writeHead(400).end('{"__type":"ThrottlingException"}'));
    await new Promise<void>((resolved) => throttling.listen(0, '127.0.0.1', resolved));
    const { port } = throttling.address() as { port: number };
    const outage = HandlerProcess.start(language, functionEnvironment(`http://127.0.0.1:${port}`, 'Profiles'));
    try {
      for (const [method, handler] of Object.entries(HANDLERS)) {
        const body = ['POST', 'PATCH'].includes(method) ? { text: '{}' } : undefined;
        const event = httpApiEvent('2.0', { method, headers: { 'Content-Type': 'application/json' }, body }, { sub: 'a' }, 'id');
        const { response } = await outage.invoke(handler, event);
        expect(response.statusCode).toBe(503);
        expectDescribed(method, response);
      }
    } finally {
      await outage.stop();
      throttling.close();
    }
  });

  async function follow(contractCase: ContractCase, functions: HandlerProcess): Promise<void> {
    const environment = { ...service.database.environment, ...contractCase.environment };
    await runCase(contractCase, (contractCase.sub ?? '${sub}').replace('${sub}', randomUUID()), {
      environment,
      put: async (item) => service.database.put(item),
      send: async (request, sub) => {
        const requestId = randomUUID();
        const event = httpApiEvent('2.0', requestOf(request, 'base64'), request.claims ?? { sub }, requestId);
        const { response } = await functions.invoke(HANDLERS[request.method], event, environment);
        expectDescribed(request.method, response);
        return { response, requestId };
      },
    });
  }

  function expectDescribed(method: string, response: HttpApiResponse): void {
    expect(DEFAULT.deviations(`${method} ${PATH}`, response)).toEqual([]);
  }
});

/** The route of a request, such as `GET /users/{sub}/profile`. */
function routeKeyOf(request: ContractRequest): string {
  const [requestPath] = (request.path ?? PATH).split('?');
  return `${request.method} ${routeOf(request.method, requestPath).route.path}`;
}

/** All examples of a description, with the schemas that they are examples of. */
function examplesIn(description: Description, node: any): [object, unknown][] {
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  const own: unknown[] = 'schema' in node && 'example' in node ? [node.example] : [];
  const named: unknown[] = 'schema' in node ? Object.values(node.examples ?? {}).map((example) => description.resolve(example).value) : [];
  return [
    ...[...own, ...named].map((value): [object, unknown] => [absolute(node.schema), value]),
    ...Object.values(node).flatMap((member) => examplesIn(description, member)),
  ];
}

/** The schema with references that say which document they are into. */
function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/'));
}

function referencesIn(document: object): string[] {
  return [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer]) => pointer);
}

function source(file: string): object {
  return JSON.parse(readFileSync(path.join(__dirname, '..', '..', 'src', 'api', file), 'utf-8'));
}
