import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Change, CHANGES } from './cases';
import { Impacts, impactsOf, synthesizeVersion, Version } from './impacts';
import { CognitoProfileService, CognitoProfileServiceProps } from '../../src';
import { DOCUMENTS, read, rowsOf, section } from '../docs/markdown';
import { PROP_NAMES, PROP_NAMES_AND_GROUPS } from '../support/stacks/prop-names';
import { Given, makeService } from '../support/stacks/synth';

const SUMMARY = 'docs/changes.md';
const PAGES = DOCUMENTS.filter((document) => document.startsWith('docs/changes/'));
const GROUPS = PROP_NAMES_AND_GROUPS.filter((name) => !PROP_NAMES.includes(name));

/** A row of the tables: what is changed, and what the deployment does, which is computed. */
interface Row {
  readonly subject: string;
  readonly change: string;
  readonly resources: string;
  readonly attributes: string;
}

/** The props of a version before or after a change, if a change has no others. */
const DEFAULT: Given = {};
const versions = new Map<Given, Version>();

/** The resources that hold data, or whose addresses and IDs apps use. */
const IMPORTANT = ['user pool', 'app client', 'table', 'API'];

/**
 * The settings that Cognito refuses to change, although the templates show an update in place: `UpdateUserPool` has no such parameter.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
 */
const FIXED = ['UsernameAttributes', 'AliasAttributes', 'UsernameConfiguration', 'Schema'].map((property) => `AWS::Cognito::UserPool.${property}`);

/** The resources that the table of the construct lists, because all others are affected too. */
const LISTED = [...IMPORTANT, 'sign-in domain', 'log groups'];

describe('props', () => {
  const rows = GROUPS.flatMap((group) => rowsOfPage(group));

  test('the tables have every prop, in groups', () => {
    const documented = GROUPS.flatMap((group) => [group, ...rowsOfPage(group).map(({ subject }) => subject.replaceAll('`', ''))]);
    expect([...new Set(documented)]).toEqual(PROP_NAMES_AND_GROUPS);
  });

  test('the rows are the changes that are computed', () => {
    expect(rows.map(({ subject, change }) => `${subject} ${change}`)).toEqual(CHANGES.map(nameOf));
  });

  test.each(CHANGES.map((change) => [nameOf(change), change] as const))('%s', (name, change) => {
    expect({ ...rows.find((row) => `${row.subject} ${row.change}` === name) }).toMatchObject(computed(impacts(change)));
  });

  test('each change changes its prop', () => {
    expect(CHANGES.filter(({ prop, from, to }) => propsOf(from)[prop] === propsOf(to)[prop]).map(nameOf)).toEqual([]);
  });
});

test('only these changes delete, orphan or replace a user pool, an app client, a table or an API', () => {
  const losses = Object.fromEntries(CHANGES.map((change) => [nameOf(change), lossesOf(impacts(change))]).filter(([, lost]) => lost.length > 0));
  expect(losses).toEqual({
    '`userPool` made to existing': ['user pool orphaned', 'app client replaced'],
    '`userPool` made to existing, with `DESTROY`': ['user pool deleted', 'app client replaced'],
    '`userPool` existing to made': ['app client replaced'],
    '`userPool` existing to another': ['app client replaced'],
    '`userPoolClient` made to existing': ['app client deleted'],
    '`table` made to existing': ['table orphaned'],
    '`table` made to existing, with `DESTROY`': ['table deleted'],
  });
});

test('no change touches a setting of the user pool that is fixed when it is created', () => {
  const touching = CHANGES.filter((change) => impacts(change).properties.some((property) => FIXED.includes(property)));
  expect(touching.map(nameOf)).toEqual([]);
});

test('the summary has the props that delete, orphan or replace one of these', () => {
  const summary = section(SUMMARY, 'Changes to plan');
  const props = CHANGES.filter((change) => lossesOf(impacts(change)).length > 0).map(({ prop }) => prop);
  expect([...new Set(props)].filter((prop) => !summary.includes(`\`${prop}\``))).toEqual([]);
});

describe('the construct', () => {
  const made = versionOf(DEFAULT);
  const removed = synthesizeVersion(() => undefined);
  const changes: Record<string, [Version, Version]> = {
    "ID `'Profiles'` to `'Users'`": [made, synthesizeVersion((stack) => makeService(stack, DEFAULT, 'Users'))],
    'scope the stack to a construct in it': [made, synthesizeVersion((stack) => inScope(stack))],
    'removed with `RETAIN`': [made, removed],
    'removed with `DESTROY`': [versionOf({ removalPolicy: RemovalPolicy.DESTROY }), removed],
  };
  const rows = rowsOfPage('The construct');

  test('the rows are the changes that are computed', () => {
    expect(rows.map(({ subject, change }) => `${subject} ${change}`)).toEqual(Object.keys(changes));
  });

  test.each(Object.entries(changes))('%s', (name, [before, after]) => {
    const { resources, attributes } = impactsOf(before, after);
    const listed = Object.entries(resources).map(([impact, names]) => [impact, names.filter((resource) => LISTED.includes(resource))]);
    expect({ ...rows.find((row) => `${row.subject} ${row.change}` === name) }).toMatchObject(computed({ resources: Object.fromEntries(listed), attributes }));
  });
});

function inScope(stack: Stack): CognitoProfileService {
  return new CognitoProfileService(new Construct(stack, 'Scope'), 'Profiles', { domainSuffix: 'acme' });
}

function rowsOfPage(title: string): Row[] {
  const page = PAGES.find((document) => read(document).includes(`\n## ${title}\n`))!;
  return rowsOf(section(page, title)).slice(1).map(([subject, change, resources, attributes]) => ({ subject, change, resources, attributes }));
}

function nameOf({ prop, change }: Change): string {
  return `\`${prop}\` ${change}`;
}

function impacts({ from, to }: Change): Impacts {
  return impactsOf(versionOf(from), versionOf(to));
}

/** Each version is synthesized once. */
function versionOf(given: Given = DEFAULT): Version {
  const version = versions.get(given) ?? synthesizeVersion((stack) => makeService(stack, given));
  versions.set(given, version);
  return version;
}

/** The cells of a row that are computed. */
function computed({ resources, attributes }: Pick<Impacts, 'resources' | 'attributes'>): Pick<Row, 'resources' | 'attributes'> {
  const cells = Object.entries(resources).map(([impact, names]) => `${impact}: ${names.join(', ')}`);
  return { resources: cells.join('; '), attributes: attributes.map((name) => `\`${name}\``).join(', ') || 'none' };
}

function lossesOf({ resources }: Impacts): string[] {
  const { 'created': _, 'in place': __, ...losses } = resources;
  return Object.entries(losses).flatMap(([impact, names]) => names.filter((name) => IMPORTANT.includes(name)).map((name) => `${name} ${impact}`));
}

function propsOf(given: Given = DEFAULT): CognitoProfileServiceProps {
  return typeof given === 'function' ? given(new Stack()) : { domainSuffix: 'acme', ...given };
}
