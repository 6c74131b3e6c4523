import { ClassType, Docs, InterfaceType, isClassType, isCollectionTypeReference, isNamedTypeReference, isPrimitiveTypeReference, Method, Parameter, Property, Type, TypeReference } from '@jsii/spec';
import { Page } from './page';
import { anchorOf } from './prose';
import { urlOf } from './site';
import { read } from '../lib/documentation/documents';
import { section } from '../lib/documentation/sections';

const PACKAGE = 'cdk-cognito-profile-service';
const PROPS = `${PACKAGE}.CognitoProfileServiceProps`;
const CDK_REFERENCE = 'https://docs.aws.amazon.com/cdk/api/v2/docs';

/** The pages of the reference, from the assembly of which API.md is made as well: the props by group, then the types. */
export function reference(): Page[] {
  const types: Record<string, Type> = JSON.parse(read('.jsii')).types;
  const { [PROPS]: props, ...others } = types;
  return [...propPages(props as InterfaceType), ...Object.values(others).map(typePage)];
}

function propPages({ properties = [] }: InterfaceType): Page[] {
  return Object.entries(groupsOfProps()).map(([group, names]) => ({
    ...pageOf(`props-${anchorOf(group)}`, `Props: ${group}`),
    body: [
      `The props of \`CognitoProfileService\` for ${group === 'API' ? group : group.toLowerCase()}, all optional for the compiler. `
        + `[Props at a glance](${urlOf('props')}) has all groups. ${NAMES}`,
      ...names.map((name) => propertyText(properties.find((property) => property.name === name)!)),
    ].join('\n\n'),
  }));
}

/** The groups and the order of the tables in README. */
function groupsOfProps(): Record<string, string[]> {
  const groups = section('README.md', 'Props').split(/^### /m).slice(1);
  return Object.fromEntries(groups.map((text) => [text.split('\n')[0], [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)]));
}

const NAMES = 'Names are those of TypeScript and Java; Python has `snake_case`, Go and C# have `PascalCase`.';

function typePage(type: Type): Page {
  const { properties = [], methods = [] } = type as ClassType | InterfaceType;
  const parts = (heading: string, texts: string[]) => (texts.length > 0 ? [`## ${heading}`, ...texts] : []);
  return {
    ...pageOf(type.name.toLowerCase(), type.name),
    body: [
      docsText(type.docs),
      ...isClassType(type) ? parts('Constructor', [signature(`new ${type.name}`, type.initializer!.parameters), ...parameterList(type.initializer!.parameters)]) : [],
      ...parts('Properties', [...properties].sort(staticLast).map((property) => propertyText(property, type.name))),
      ...parts('Methods', [...methods].sort(staticLast).map((method) => methodText(method, type.name))),
    ].join('\n\n'),
  };
}

function staticLast(a: { static?: boolean }, b: { static?: boolean }): number {
  return Number(a.static ?? false) - Number(b.static ?? false);
}

function pageOf(name: string, title: string): Omit<Page, 'body'> {
  return { slug: `reference/${name}`, title, label: title, document: 'API.md' };
}

function propertyText({ name, type, optional, static: isStatic, docs }: Property, owner?: string): string {
  const facts = [
    `- Type: ${typeText(type)}${optional ? '' : ', always set'}`,
    ...docs?.default ? [`- Default: ${docs.default.replace(/^- /, '')}`] : [],
  ];
  return [`### ${isStatic ? `${owner}.` : ''}${name}`, facts.join('\n'), docsText(docs)].join('\n\n');
}

function methodText({ name, parameters, returns, static: isStatic, docs }: Method, owner: string): string {
  return [
    `### ${isStatic ? `${owner}.` : ''}${name}`,
    signature(`${isStatic ? owner : 'profiles'}.${name}`, parameters),
    docsText(docs),
    ...parameterList(parameters),
    ...returns ? [`Returns ${typeText(returns.type)}.`] : [],
  ].join('\n\n');
}

function signature(callee: string, parameters: readonly Parameter[] = []): string {
  return ['```typescript', `${callee}(${parameters.map(({ name, optional }) => `${name}${optional ? '?' : ''}`).join(', ')})`, '```'].join('\n');
}

function parameterList(parameters: readonly Parameter[] = []): string[] {
  const items = parameters.map(({ name, type, optional, docs }) => (
    `- \`${name}\`${optional ? ' (optional)' : ''}: ${typeText(type)}${docs?.summary ? `, ${docs.summary}` : ''}`
  ));
  return items.length > 0 ? [items.join('\n')] : [];
}

function docsText({ summary, remarks, see }: Docs = {}): string {
  return [summary, remarks, see && `See [${see.replace(/^https:\/\//, '')}](${see}).`].filter(Boolean).join('\n\n');
}

function typeText(type: TypeReference): string {
  if (isNamedTypeReference(type)) {
    return namedTypeText(type.fqn);
  }
  if (isCollectionTypeReference(type)) {
    const { kind, elementtype } = type.collection;
    return `${kind} of ${typeText(elementtype)}`;
  }
  if (isPrimitiveTypeReference(type)) {
    return `\`${type.primitive}\``;
  }
  throw new Error(`The reference has no words for the type ${JSON.stringify(type)}. Add them to scripts/site/reference.ts.`);
}

/** A link to the page of a type, here or in the reference of the CDK. */
function namedTypeText(fqn: string): string {
  const name = fqn.split('.').at(-1)!;
  if (fqn === PROPS) {
    return `[\`${name}\`](${urlOf('props')})`;
  }
  return fqn.startsWith(PACKAGE) ? `[\`${name}\`](${urlOf(`reference/${name.toLowerCase()}`)})` : `[\`${name}\`](${CDK_REFERENCE}/${fqn}.html)`;
}
