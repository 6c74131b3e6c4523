import { spawnSync } from 'child_process';
import { randomUUID } from 'crypto';
import { readFileSync } from 'fs';
import { createServer } from 'http';
import * as path from 'path';
import { DESCRIPTION, DESCRIPTION_FILE, deviations, isOfFunctions, mismatches, PROBLEM_TYPE, resolve, RESPONSES } from './description';
import { CognitoProfileService } from '../../src';
import problems from '../../src/handlers/shared/problems.json';
import { CASES, ContractCase, HANDLERS, requestOf, statusOf } from '../handlers/contract';
import { runCase } from '../handlers/run-case';
import schemaContract from '../handlers/schema-contract.json';
import { httpApiEvent } from '../support/client/http-api-event';
import { functionEnvironment } from '../support/database/dynamodb';
import { HandlerProcess, HttpApiResponse } from '../support/drivers/handler-process';
import { deployed, describeEachLanguage } from '../support/drivers/languages';
import { codeDirectory, RUNTIMES, synthesize } from '../support/stacks/synth';

const PATH = '/user/profile';

test('the description is OpenAPI 3.1', () => {
  // The validator is an ES module, which Jest does not load.
  const validator = path.join(path.dirname(require.resolve('@seriousme/openapi-schema-validator')), 'bin', 'validate-api-cli.js');
  const { stdout } = spawnSync(process.execPath, [validator, DESCRIPTION_FILE], { encoding: 'utf-8' });
  expect(DESCRIPTION.openapi).toMatch(/^3\.1\./);
  expect(JSON.parse(stdout)).toEqual({ valid: true });
});

test('the package ships the description where it says', () => {
  expect(JSON.parse(readFileSync(CognitoProfileService.OPENAPI_PATH, 'utf-8'))).toEqual(DESCRIPTION);
});

test('the description has the routes of the construct', () => {
  const routes = Object.values(synthesize().template.findResources('AWS::ApiGatewayV2::Route'));
  expect(new Set(RESPONSES.map(({ route }) => route))).toEqual(new Set(routes.map(({ Properties }) => Properties.RouteKey)));
});

test('the description has all problems, and says of each what the functions say', () => {
  const { typePrefix } = problems;
  const told = Object.entries(problems.problems).map(([code, texts]) => ({ code, type: typePrefix + code, ...texts }));
  expect(DESCRIPTION.components.examples).toEqual(Object.fromEntries(told.map(({ code, ...value }) =>
    [code, { value: expect.objectContaining({ ...value, requestId: expect.any(String) }) }])));

  const described = RESPONSES.filter(({ content }) => content[PROBLEM_TYPE]).flatMap(({ status, content }) => {
    const { schema, examples } = content[PROBLEM_TYPE];
    const { properties } = resolve(schema).allOf[1];
    expect(properties.status.enum).toEqual([status]);
    expect(properties.type.enum).toEqual(Object.keys(examples!).map((code) => typePrefix + code));
    return properties.type.enum.map((type: string) => `${status} ${type}`);
  });
  expect(new Set(described)).toEqual(new Set(told.map(({ status, type }) => `${status} ${type}`)));
});

test('the examples are right', () => {
  const examples = examplesIn(DESCRIPTION);
  expect(examples.length).toBeGreaterThan(20);
  expect(examples.flatMap(([schema, value]) => mismatches(schema, value))).toEqual([]);
});

test('what is described is answered in the contract, or in an outage', () => {
  const inContract = [...CASES, ...schemaContract.cases as unknown as ContractCase[]]
    .flatMap(({ steps }) => steps.map(({ request, response }) => `${request.method} ${PATH} ${statusOf(response)}`));
  const inOutage = Object.keys(HANDLERS).map((method) => `${method} ${PATH} 503`);
  const described = RESPONSES.filter(isOfFunctions).map(({ route, status }) => `${route} ${status}`);
  expect([...new Set([...inContract, ...inOutage])].sort()).toEqual(described.sort());
});

describeEachLanguage((language) => {
  const service = deployed(language);

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
    expect(deviations(`${method} ${PATH}`, response)).toEqual([]);
  }
});

/** All examples of the description, with the schemas that they are examples of. */
function examplesIn(node: any): [object, unknown][] {
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  const own: unknown[] = 'schema' in node && 'example' in node ? [node.example] : [];
  const named: unknown[] = 'schema' in node ? Object.values(node.examples ?? {}).map((example) => resolve(example).value) : [];
  return [
    ...[...own, ...named].map((value): [object, unknown] => [absolute(node.schema), value]),
    ...Object.values(node).flatMap(examplesIn),
  ];
}

/** The schema with references that say which document they are into. */
function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/'));
}
