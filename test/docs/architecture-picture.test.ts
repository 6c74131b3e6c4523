import { Template } from 'aws-cdk-lib/assertions';
import { read } from './markdown';
import { synthesize } from '../support/stacks/synth';

test('the picture of what is deployed shows the routes, and the actions of their functions', () => {
  const texts = [...read('docs/images/architecture.svg').matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  const shown = texts.flatMap((text, index) => /^[A-Z]+ \//.test(text) ? [texts.slice(index, index + 3)] : []);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.sort()).toEqual(routes(synthesize().template).sort());
});

/** Each route with its function and the DynamoDB actions of its role, in the words of the picture. */
function routes(template: Template): string[][] {
  const find = (type: string) => Object.entries(template.findResources(type)) as [string, { Properties: any }][];
  const refersTo = (value: unknown, id: string) => JSON.stringify(value).includes(`"${id}"`);
  const functions = find('AWS::Lambda::Function');
  return find('AWS::ApiGatewayV2::Route').map(([, { Properties: route }]) => {
    const [, integration] = find('AWS::ApiGatewayV2::Integration').find(([id]) => refersTo(route.Target, id))!;
    const [, fn] = functions.find(([id]) => refersTo(integration.Properties.IntegrationUri, id))!;
    const role = fn.Properties.Role['Fn::GetAtt'][0];
    const statements = find('AWS::IAM::Policy')
      .filter(([, { Properties: policy }]) => refersTo(policy.Roles, role))
      .flatMap(([, { Properties: policy }]) => policy.PolicyDocument.Statement);
    const actions = statements.flatMap(({ Action }) => Action).filter((action: string) => action.startsWith('dynamodb:'));
    return [route.RouteKey, `Lambda function ${fn.Properties.Handler}`, actions.map((action: string) => action.replace('dynamodb:', '')).sort().join(', ')];
  });
}
