import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { CognitoProfileService } from '../src';
import { logicalId, onlyResource, synthesize } from './support/stacks/synth';

describe('removal', () => {
  test('users, profiles and logs outlive the stack, and pool and table refuse deletion', () => {
    const { template } = synthesize();
    for (const type of ['AWS::Cognito::UserPool', 'AWS::DynamoDB::Table']) {
      template.allResources(type, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    }
    template.allResources('AWS::Logs::LogGroup', { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    expect(onlyResource(template, 'AWS::Cognito::UserPool').Properties.DeletionProtection).toBe('ACTIVE');
    expect(onlyResource(template, 'AWS::DynamoDB::Table').Properties.DeletionProtectionEnabled).toBe(true);
  });

  test('a failed first deployment deletes what is not protected against deletion', () => {
    const { template } = synthesize();
    const left = Object.values(template.toJSON().Resources as Record<string, { Type: string; DeletionPolicy?: string }>)
      .filter(({ DeletionPolicy = 'Delete' }) => !['Delete', 'RetainExceptOnCreate'].includes(DeletionPolicy));
    expect(left.map(({ Type }) => Type).sort()).toEqual(['AWS::Cognito::UserPool', 'AWS::DynamoDB::Table']);
  });

  test('removalPolicy DESTROY takes users, profiles and logs along', () => {
    const { template } = synthesize({ removalPolicy: RemovalPolicy.DESTROY });
    for (const type of ['AWS::Cognito::UserPool', 'AWS::DynamoDB::Table', 'AWS::Logs::LogGroup']) {
      template.allResources(type, { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
    }
    expect(onlyResource(template, 'AWS::Cognito::UserPool').Properties.DeletionProtection).not.toBe('ACTIVE');
    expect(onlyResource(template, 'AWS::DynamoDB::Table').Properties.DeletionProtectionEnabled).not.toBe(true);
  });
});

test('nothing has a physical name but the sign-in domain', () => {
  const { template } = synthesize();
  const named = Object.values(template.toJSON().Resources as Record<string, { Type: string; Properties?: object }>)
    .filter(({ Type }) => Type !== 'AWS::Lambda::Permission');
  const names = named.flatMap(({ Type, Properties }) => (
    Object.keys(Properties ?? {}).filter((name) => NAME_PROPERTIES.includes(name)).map((name) => `${Type} ${name}`)
  ));
  expect(names).toEqual(['AWS::Cognito::UserPoolDomain Domain']);
});

const NAME_PROPERTIES = ['UserPoolName', 'ClientName', 'Domain', 'TableName', 'FunctionName', 'RoleName', 'LogGroupName'];

describe('public properties', () => {
  test('everything made can be reached', () => {
    const { service, stack, template } = synthesize();
    const ref = (value: string) => stack.resolve(value);
    expect(ref(service.userPool.userPoolId)).toEqual({ Ref: logicalId(template, 'AWS::Cognito::UserPool') });
    expect(ref(service.userPoolClient.userPoolClientId)).toEqual({ Ref: logicalId(template, 'AWS::Cognito::UserPoolClient') });
    expect(ref(service.table.tableName)).toEqual({ Ref: logicalId(template, 'AWS::DynamoDB::Table') });
    expect(ref(service.readProfileFunction.functionName)).toEqual({ Ref: logicalId(template, 'AWS::Lambda::Function', { Handler: 'profile.read' }) });
    expect(ref(service.replaceProfileFunction.functionName)).toEqual({ Ref: logicalId(template, 'AWS::Lambda::Function', { Handler: 'profile.replace' }) });
    expect(ref(service.updateProfileFunction.functionName)).toEqual({ Ref: logicalId(template, 'AWS::Lambda::Function', { Handler: 'profile.update' }) });
    expect(ref(service.deleteProfileFunction.functionName)).toEqual({ Ref: logicalId(template, 'AWS::Lambda::Function', { Handler: 'profile.delete' }) });
    expect(service.stage.stageName).toBe('$default');
    expect(service.authorizer.authorizationType).toBe('JWT');
    expect(ref(service.issuer)).toEqual(onlyResource(template, 'AWS::ApiGatewayV2::Authorizer').Properties.JwtConfiguration.Issuer);
  });
});

describe('grants', () => {
  const READ = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan'];
  const WRITE = ['dynamodb:BatchWriteItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];

  test.each<[string, (service: CognitoProfileService, grantee: iam.IGrantable) => iam.Grant, string[], string[]]>([
    ['grantRead', (service, grantee) => service.grantRead(grantee), READ, WRITE],
    ['grantReadWrite', (service, grantee) => service.grantReadWrite(grantee), [...READ, ...WRITE], []],
  ])('%s lets a back end do what it says, on table and index', (_, grant, allowed, withheld) => {
    const stack = new Stack(new App(), 'Stack');
    const service = new CognitoProfileService(stack, 'Profiles', { domainSuffix: 'acme' });
    const role = new iam.Role(stack, 'BackEnd', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
    expect(grant(service, role).success).toBe(true);
    const template = Template.fromStack(stack);
    const [policy] = Object.values(template.findResources('AWS::IAM::Policy', { Properties: { Roles: [stack.resolve({ Ref: stack.getLogicalId(role.node.defaultChild as iam.CfnRole) })] } }));
    const [{ Action, Resource }] = policy.Properties.PolicyDocument.Statement;
    expect(Action).toEqual(expect.arrayContaining(allowed));
    expect(Action.filter((action: string) => withheld.includes(action))).toEqual([]);
    expect(JSON.stringify(Resource)).toContain('/index/*');
    expect(Resource[0]).toEqual({ 'Fn::GetAtt': [logicalId(template, 'AWS::DynamoDB::Table'), 'Arn'] });
  });
});

describe('metrics', () => {
  test.each([
    ['metricRequests', 'Count', 'SampleCount'], ['metricErrors', '5xx', 'Sum'], ['metricLatency', 'Latency', 'p99'],
  ] as const)('%s is that of the API', (method, metricName, statistic) => {
    const { service, stack } = synthesize();
    const metric = service[method]();
    expect(metric).toMatchObject({ namespace: 'AWS/ApiGateway', metricName, statistic });
    expect(stack.resolve(metric.dimensions)).toMatchObject({ ApiId: stack.resolve(service.httpApi.apiId) });
    expect(service[method]({ statistic: 'max', label: 'mine' })).toMatchObject({ statistic: expect.stringMatching(/^max/i), label: 'mine' });
  });

  test('alarms and the dashboard are made when asked for', () => {
    const { template } = synthesize();
    template.resourceCountIs('AWS::CloudWatch::Alarm', 0);
    template.resourceCountIs('AWS::CloudWatch::Dashboard', 0);
    const topic = 'arn:aws:sns:eu-west-1:123456789012:alarms';
    const { template: watched } = synthesize((scope) => ({ domainSuffix: 'acme', alarmTopic: sns.Topic.fromTopicArn(scope, 'Topic', topic), dashboard: true }));
    const alarms = watched.findResources('AWS::CloudWatch::Alarm');
    expect(Object.keys(alarms)).toHaveLength(6);
    for (const { Properties } of Object.values(alarms)) {
      expect(Properties).toMatchObject({ AlarmActions: [topic], OKActions: [topic] });
    }
    watched.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
  });
});

describe('in an app', () => {
  test('two services fit in one stack', () => {
    const stack = new Stack(new App(), 'Stack');
    new CognitoProfileService(stack, 'One', { domainSuffix: 'one' });
    new CognitoProfileService(stack, 'Two', { domainSuffix: 'two', runtime: lambda.Runtime.PYTHON_3_14 });
    Template.fromStack(stack).resourceCountIs('AWS::ApiGatewayV2::Api', 2);
  });

  test('ten services fit in one app', () => {
    const app = new App();
    for (let n = 0; n < 10; n++) {
      new CognitoProfileService(new Stack(app, `Stack${n}`), 'Profiles', { domainSuffix: `acme-${n}` });
    }
    expect(app.synth().stacks).toHaveLength(10);
  });

  test('two services with one suffix fail, naming both', () => {
    const app = new App();
    new CognitoProfileService(new Stack(app, 'A'), 'Profiles', { domainSuffix: 'acme' });
    expect(() => new CognitoProfileService(new Stack(app, 'B'), 'Profiles', { domainSuffix: 'acme', userPartitions: 0 }))
      .toThrow(/'B\/Profiles'[^]*userPartitions: 0 is not[^]*domainSuffix: 'acme' is already used by 'A\/Profiles'/);
  });

  test('a service that was removed or failed has no suffix any more', () => {
    const stack = new Stack(new App(), 'Stack');
    const make = (id: string, userPartitions?: number) => new CognitoProfileService(stack, id, { domainSuffix: 'acme', userPartitions });
    expect(() => make('Failed', 0)).toThrow();
    make('Removed');
    stack.node.tryRemoveChild('Removed');
    expect(() => make('Stays')).not.toThrow();
    expect(() => make('Another')).toThrow("is already used by 'Stack/Stays'");
  });

  test('two services with one sign-in domain fail', () => {
    const stack = new Stack(new App(), 'Stack');
    const certificate = Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/1');
    const make = (id: string, domainName: string) => new CognitoProfileService(stack, id, { signInDomain: { domainName, certificate } });
    make('One', 'one.example.com');
    make('Two', 'two.example.com');
    expect(() => make('Again', 'one.example.com')).toThrow("signInDomain: 'one.example.com' is already used by 'Stack/One', but a custom domain can be used by only one user pool");
  });

  test('two services with one path of a domain fail, and with two paths they don\'t', () => {
    const stack = new Stack(new App(), 'Stack');
    const domainName = apigwv2.DomainName.fromDomainNameAttributes(stack, 'Domain', { name: 'api.example.com', regionalDomainName: 'd', regionalHostedZoneId: 'Z' });
    const make = (id: string, mappingKey?: string) => new CognitoProfileService(stack, id, {
      domainSuffix: id.toLowerCase(), apiDomain: { domainName, mappingKey },
    });
    make('One', 'one');
    make('Two', 'two');
    make('Whole');
    expect(() => make('Again', 'one')).toThrow("apiDomain: 'api.example.com/one' is already used by 'Stack/One', but a path of a domain maps to only one API in its Region; specify another mappingKey");
    expect(() => make('Rest')).toThrow("apiDomain: 'api.example.com/' is already used by 'Stack/Whole'");
  });

  test('two services with one domain that the app defines fail', () => {
    const stack = new Stack(new App(), 'Stack');
    const certificate = Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/1');
    const domainName = new apigwv2.DomainName(stack, 'Domain', { domainName: 'api.example.com', certificate });
    new CognitoProfileService(stack, 'One', { domainSuffix: 'one', apiDomain: { domainName } });
    expect(() => new CognitoProfileService(stack, 'Two', { domainSuffix: 'two', apiDomain: { domainName } })).toThrow("apiDomain: 'Stack/Domain/' is already used by 'Stack/One'");
  });

  test('two regions may have one path of a domain each', () => {
    const app = new App();
    for (const region of ['eu-west-1', 'us-east-1']) {
      const stack = new Stack(app, region, { env: { region } });
      const domainName = apigwv2.DomainName.fromDomainNameAttributes(stack, 'Domain', { name: 'api.example.com', regionalDomainName: 'd', regionalHostedZoneId: 'Z' });
      new CognitoProfileService(stack, 'Profiles', { domainSuffix: 'acme', apiDomain: { domainName } });
    }
    expect(app.synth().stacks).toHaveLength(2);
  });

  test('two regions may have one suffix each', () => {
    const app = new App();
    for (const region of ['eu-west-1', 'us-east-1']) {
      new CognitoProfileService(new Stack(app, region, { env: { region } }), 'Profiles', { domainSuffix: 'acme' });
    }
    expect(app.synth().stacks).toHaveLength(2);
  });

  test.each(['us-east-1', 'cn-north-1', 'us-gov-west-1'])('a stack in %s synthesizes without a partition of its own', (region) => {
    const { template } = synthesize({}, { env: { account: '123456789012', region } });
    expect(JSON.stringify(template.toJSON())).not.toMatch(/"arn:aws|cognito-idp\.[a-z0-9-]+\.amazonaws/);
  });
});
