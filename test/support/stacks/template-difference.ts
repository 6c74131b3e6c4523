import { isDeepStrictEqual } from 'util';
import { Template } from 'aws-cdk-lib/assertions';

type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties: any }>>;

/**
 * How many resources of each type a template has over another one.
 *
 * @throws Error if the resources that both have differ, but for properties that are named, such as `AWS::DynamoDB::Table.TimeToLiveSpecification`
 */
export function addedResources(before: Template, after: Template, changed: readonly string[] = []): Record<string, number> {
  const [old, now] = [before, after].map((template): Resources => template.toJSON().Resources);
  const differences = Object.entries(old).flatMap(([id, resource]) => propertiesThatDiffer(resource, now[id]));
  if (!isDeepStrictEqual(differences, [...changed])) {
    throw new Error(`The templates differ in ${differences.join(', ') || 'nothing'}.`);
  }
  const counts: Record<string, number> = {};
  for (const { Type } of Object.entries(now).filter(([id]) => !(id in old)).map(([, resource]) => resource)) {
    counts[Type] = (counts[Type] ?? 0) + 1;
  }
  return counts;
}

function propertiesThatDiffer({ Type, Properties: old }: Resources[string], { Properties: now }: Resources[string]): string[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((property) => !isDeepStrictEqual(old[property], now[property]))
    .map((property) => `${Type}.${property}`);
}

/** The handler of each route, of the handlers whose names begin with a prefix. */
export function routesOf(template: Template, prefix: string): Record<string, string> {
  const { Resources } = template.toJSON();
  return Object.fromEntries(Object.values(template.findResources('AWS::ApiGatewayV2::Route')).flatMap(({ Properties: { RouteKey, Target } }) => {
    const [, [, integration]] = Target['Fn::Join'];
    const [lambda] = Resources[integration.Ref].Properties.IntegrationUri['Fn::GetAtt'];
    const { Handler } = Resources[lambda].Properties;
    return Handler.startsWith(prefix) ? [[RouteKey, Handler]] : [];
  }));
}
