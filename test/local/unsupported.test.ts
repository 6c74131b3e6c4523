import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { leaveOutUnsupported } from '../../scripts/lib/local-aws/unsupported';

const BRANDING = { Type: 'AWS::Cognito::ManagedLoginBranding' };
const POOL = { Type: 'AWS::Cognito::UserPool' };
let assembly: string;

beforeEach(() => {
  assembly = mkdtempSync(path.join(tmpdir(), 'assembly-'));
  mkdirSync(path.join(assembly, 'nested'));
});

afterEach(() => {
  rmSync(assembly, { recursive: true });
});

test('a resource is left out, with the dependencies on it', async () => {
  write('App.template.json', { Branding: BRANDING, Pool: { ...POOL, DependsOn: ['Branding', 'Other'] }, Client: { ...POOL, DependsOn: 'Branding' } });
  expect(await leaveOutUnsupported(assembly)).toEqual(['AWS::Cognito::ManagedLoginBranding']);
  expect(read('App.template.json')).toEqual({ Pool: { ...POOL, DependsOn: ['Other'] }, Client: { ...POOL, DependsOn: [] } });
});

test('an alarm with metric math becomes an alarm with a metric', async () => {
  const alarm = { Type: 'AWS::CloudWatch::Alarm', Properties: { Metrics: [{ Id: 'm' }], Threshold: 1 } };
  write(path.join('nested', 'App.template.json'), { Alarm: alarm });
  expect(await leaveOutUnsupported(assembly)).toEqual(['the metric math of AWS::CloudWatch::Alarm']);
  const { Alarm } = read(path.join('nested', 'App.template.json'));
  expect(Alarm.Properties).toMatchObject({ Threshold: 1, Namespace: 'AWS/ApiGateway', MetricName: 'Count' });
  expect(Alarm.Properties).not.toHaveProperty('Metrics');
});

test('everything else stays as it is', async () => {
  write('App.template.json', { Pool: POOL });
  writeFileSync(path.join(assembly, 'App.assets.json'), JSON.stringify({ Resources: { Branding: BRANDING } }));
  const { mtimeMs } = statSync(path.join(assembly, 'App.template.json'));
  expect(await leaveOutUnsupported(assembly)).toEqual([]);
  expect(statSync(path.join(assembly, 'App.template.json')).mtimeMs).toBe(mtimeMs);
  expect(read('App.assets.json')).toEqual({ Branding: BRANDING });
});

function write(name: string, Resources: object): void {
  writeFileSync(path.join(assembly, name), JSON.stringify({ Resources }));
}

function read(name: string): Record<string, any> {
  return JSON.parse(readFileSync(path.join(assembly, name), 'utf-8')).Resources;
}
