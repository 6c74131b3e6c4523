import { CloudWatchClient, DescribeAlarmsCommand, GetDashboardCommand } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { Readers } from './reader';
import { Journey } from '../../local/journey';

export function operationsReaders({ aws, signal }: Journey): Readers {
  const cloudWatch = new CloudWatchClient(aws);
  const logs = new CloudWatchLogsClient(aws);
  const options = { abortSignal: signal };
  return {
    'AWS::CloudWatch::Alarm': async (name) => {
      const { MetricAlarms } = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames: [name] }), options);
      return { ...MetricAlarms?.[0] };
    },
    'AWS::CloudWatch::Dashboard': async (DashboardName) => ({ ...await cloudWatch.send(new GetDashboardCommand({ DashboardName }), options) }),
    'AWS::Logs::LogGroup': async (name) => {
      const { logGroups } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name }), options);
      const group = logGroups?.find(({ logGroupName }) => logGroupName === name);
      return { RetentionInDays: group?.retentionInDays, KmsKeyId: group?.kmsKeyId };
    },
  };
}
