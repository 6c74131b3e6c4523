import { readFileSync } from 'fs';
import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as sns from 'aws-cdk-lib/aws-sns';
import { USER_POOL_DOMAIN_NAME_METHOD_WITHOUT_CUSTOM_RESOURCE } from 'aws-cdk-lib/cx-api';
import { Construct } from 'constructs';
import * as ts from 'typescript';
import { ACKNOWLEDGEMENTS } from './newest-cdk/nag-acknowledgements';
import { PROP_NAMES_AND_GROUPS } from './support/stacks/prop-names';
import { costOf, liteCostOf, loadOf } from '../docs/scale/workload';
import * as library from '../src';
import problems from '../src/handlers/problems.json';

const ROOT = path.join(__dirname, '..');
const README = read('README.md');

test('the table of errors is that of the handlers', () => {
  const rows = [...section('The API').matchAll(/^\| (\d{3}) \| (.*) \|$/gm)];
  const documented = rows.flatMap(([, status, types]) => [...types.matchAll(/`([a-z-]+)`(?=[,:]| \||$)/g)].map(([, type]) => [type, Number(status)]));
  const actual = Object.entries(problems.problems).map(([type, { status }]) => [type, status]);
  expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(actual));
});

test('the tables of props have every prop, in groups', () => {
  const documented = [...section('Props').matchAll(/^(?:\| `(\w+)` \||### (.*)$)/gm)];
  expect(documented.map(([, prop, group]) => prop ?? group)).toEqual(PROP_NAMES_AND_GROUPS);
});

test.each(['README.md', 'docs/scale.md'])('every file and heading that %s names is there', (source) => {
  const links = [...read(source).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
  expect(links.length).toBeGreaterThan(0);
  for (const [, file, anchor] of links) {
    const target = read(file ? path.join(path.dirname(source), file) : source);
    if (anchor) {
      expect([...target.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\w -]/g, '').replace(/ /g, '-'))).toContain(anchor);
    }
  }
});

test('the findings that audits report are those that the reviews acknowledge', () => {
  const rules = rowsOf(section('Security')).flatMap(([finding]) => finding.match(/(?:AwsSolutions|Serverless|NIST\.800\.53\.R5)-\w+/g) ?? []);
  const acknowledged = ACKNOWLEDGEMENTS
    // A pool that the app brings is its own.
    .filter(({ resources }) => !resources.includes('UserPool'))
    .flatMap((acknowledgement) => acknowledgement.rules.map((rule) => rule.replace(/\[.*$/, '')));
  expect(rules.sort()).toEqual([...new Set(acknowledged)].sort());
});

test('every command that it names is one', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const tasks = [...README.matchAll(/`(?:npm run|npx projen) ([a-z:-]+)/g)].map(([, task]) => task);
  expect(tasks.length).toBeGreaterThan(0);
  expect(tasks.filter((task) => !(task in scripts))).toEqual([]);
});

test('the table of alarms is that of the construct', () => {
  const rows = rowsOf(section('Going to production')).filter(([alarm]) => /^`\w+`$/.test(alarm));
  const alarms = serviceWithAlarms().node.findChild('Alarms').node.children as cloudwatch.Alarm[];
  expect(rows.map(([alarm]) => alarm.slice(1, -1))).toEqual(alarms.map(({ node }) => node.id));
  alarms.forEach((alarm, index) => expect(rows[index][1]).toMatch(conditionOf(alarm.node.defaultChild as cloudwatch.CfnAlarm)));
});

test('every construct that it names is there', () => {
  // What the examples call it.
  const profiles: any = serviceWithAlarms();
  const constructs = rowsOf(section('Escape hatches')).flatMap(([, paths]) => paths?.match(/profiles\.[^`]+/g) ?? []);
  expect(constructs.length).toBeGreaterThan(10);
  for (const named of constructs) {
    const [, ...steps] = named.split(/\.(?:node\.findChild\('(\w+)'\))?/);
    const found = steps.filter(Boolean).reduce((construct, step) => construct[step] ?? construct.node.findChild(step), profiles);
    expect(Construct.isConstruct(found)).toBe(true);
  }
});

describe('the table of costs', () => {
  const rows = rowsOf(section('Cost'));
  const prices = Object.fromEntries(rows.map(([label, price]) => [label, Number(price)]));
  /** Bytes of the gateway's line; the text says so. */
  const ACCESS_LOG_BYTES = 500;

  test.each([['small', 1, 2_500], ['large', 2, 2_500_000]])('is arithmetic on the loads of docs/scale.md: %s', (_, column, users) => {
    const { monthlyActive, requestsAMonth } = loadOf(users);
    const { 'Cognito, Essentials': essentials, ...scale } = costOf(users, 2 * 1024);
    const gatewayLogGb = requestsAMonth * ACCESS_LOG_BYTES / 1024 ** 3;
    const month = 30 * 86_400;
    const traces = [0.9, 0.1].map((share) => tracesAt(requestsAMonth * share / month)).reduce((a, b) => a + b) * month;
    const xRay = traces / 1e6 * prices['X-Ray, 1 million traces recorded'];
    // Where scale.md has its prices of logs.
    const gatewayLog = gatewayLogGb * (0.5 + 0.03);
    const total = Object.values(scale).reduce((a, b) => a + b) + xRay + gatewayLog;
    const alarms = Object.values(Template.fromStack(cdk.Stack.of(serviceWithAlarms())).findResources('AWS::CloudWatch::Alarm'));
    const alarmMetrics = alarms.flatMap(({ Properties }) => Properties.Metrics?.filter((metric: object) => 'MetricStat' in metric) ?? [Properties]);

    expect(Object.fromEntries(rows.filter((row) => row.length === 3 && row[0] !== 'price').map((row) => [row[0], row[column]]))).toMatchObject({
      'users active in a month': monthlyActive.toLocaleString('en-US'),
      'requests': requestsAMonth.toLocaleString('en-US'),
      'Cognito, Essentials': dollars(essentials),
      'API Gateway': dollars(scale['API Gateway']),
      'X-Ray': dollars(xRay),
      'DynamoDB': dollars(Object.entries(scale).filter(([item]) => item.startsWith('DynamoDB')).reduce((sum, [, cost]) => sum + cost, 0)),
      'Logs of the functions': dollars(scale.Logs),
      'Lambda': dollars(scale.Lambda),
      'Log of the gateway': dollars(gatewayLog),
      'Data out': dollars(scale['Data out']),
      'E-mails': dollars(scale.Emails),
      '**Total**': `**${dollars(total + essentials)}**`,
      'the same on Cognito Lite': dollars(total + liteCostOf(users)),
      'the same on Cognito Plus': dollars(total + monthlyActive * prices['Cognito Plus, an active user']),
      'and `alarmTopic`': dollars(alarmMetrics.length * prices['CloudWatch, a metric of an alarm']),
      'and `dashboard`': dollars(prices['CloudWatch, a dashboard']),
      'and `encryptionKey`, without its requests': dollars(prices['KMS, a key']),
    });
  });

  /** Lambda traces one request a second and 5 % of the others. */
  function tracesAt(requestsASecond: number): number {
    return Math.min(requestsASecond, 1) + Math.max(requestsASecond - 1, 0) * 0.05;
  }

  function dollars(amount: number): string {
    return amount < 100 ? (Math.round(amount * 100) / 100).toFixed(2) : Math.round(amount).toLocaleString('en-US');
  }
});

describe('every example', () => {
  const examples = [...README.matchAll(/^```ts(?: (.*))?\n([^]*?)^```$/gm)].map(({ index, 1: directive, 2: code }) => (
    { heading: README.slice(0, index).match(/^#+ .*$/gm)!.at(-1)!, directive, code }
  ));

  // Its types are checked by jsii-rosetta, as part of `projen build`.
  test.each(examples)('makes an app that has a service: $heading', ({ directive, code }) => {
    const apps = run(completed(code, directive));
    expect(apps.length).toBe(1);
    const types = apps[0].synth().stacks.flatMap(({ template }) => Object.values<{ Type: string }>(template.Resources).map(({ Type }) => Type));
    expect(types).toContain('AWS::ApiGatewayV2::Api');
  });

  /** As jsii-rosetta does it. */
  function completed(code: string, directive = 'fixture=default'): string {
    if (directive === 'nofixture') {
      return code;
    }
    const fixture = read(`rosetta/${directive.replace('fixture=', '')}.ts-fixture`);
    const imports = code.match(/^import .*$/gm) ?? [];
    return [...imports, fixture.replace('/// here', () => code.replace(/^import .*$/gm, ''))].join('\n');
  }

  /** Runs an example, and gives the apps that it made. */
  function run(code: string): cdk.App[] {
    const apps: cdk.App[] = [];
    class App extends cdk.App {
      constructor(props?: cdk.AppProps) {
        // As in an app that `cdk init` made.
        super({ ...props, postCliContext: { [USER_POOL_DOMAIN_NAME_METHOD_WITHOUT_CUSTOM_RESOURCE]: true } });
        apps.push(this);
      }
    }
    const modules: Record<string, unknown> = {
      'aws-cdk-lib': Object.create(cdk, { App: { value: App } }),
      'cdk-cognito-profile-service': library,
    };
    const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
    new Function('require', 'exports', outputText)((name: string) => modules[name] ?? jest.requireActual(name), {});
    return apps;
  }
});

function serviceWithAlarms(): library.CognitoProfileService {
  const stack = new cdk.Stack();
  return new library.CognitoProfileService(stack, 'Profiles', { domainSuffix: 'acme', alarmTopic: new sns.Topic(stack, 'Topic'), dashboard: true });
}

/** When an alarm goes off, as far as its numbers say it. */
function conditionOf({ threshold, datapointsToAlarm, evaluationPeriods, period, metrics }: cloudwatch.CfnAlarm): RegExp {
  const seconds = period ?? Math.max(...(metrics as cloudwatch.CfnAlarm.MetricDataQueryProperty[])
    .map((query) => query.period ?? (query.metricStat as cloudwatch.CfnAlarm.MetricStatProperty | undefined)?.period ?? 0));
  const minutes = seconds / 60;
  const limit = threshold === 3000 ? '3 seconds' : threshold === 1 ? '(?:1 %|a function ends)' : `${threshold} %`;
  const time = datapointsToAlarm === evaluationPeriods ? `for ${minutes * evaluationPeriods} minutes` : minutes === 1
    ? `in ${datapointsToAlarm} minutes of ${evaluationPeriods}` : `in ${datapointsToAlarm} of ${evaluationPeriods} periods of ${minutes} minutes`;
  return new RegExp(`${limit}.*${time}`);
}

/** The cells of all rows of tables. */
function rowsOf(text: string): string[][] {
  return [...text.matchAll(/^\| (.*) \|$/gm)].map(([, cells]) => cells.split(' | '));
}

function section(title: string): string {
  const [, text] = new RegExp(`^## ${title}\\n([^]*?)(?=^## |$(?![^]))`, 'm').exec(README)!;
  return text;
}

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf-8');
}
