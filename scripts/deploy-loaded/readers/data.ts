import { DescribeContinuousBackupsCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DescribeKeyCommand, GetKeyPolicyCommand, GetKeyRotationStatusCommand, KMSClient } from '@aws-sdk/client-kms';
import { Readers } from './reader';
import { Journey } from '../../local/journey';

export function dataReaders({ aws, signal }: Journey): Readers {
  const dynamodb = new DynamoDBClient(aws);
  const kms = new KMSClient(aws);
  const options = { abortSignal: signal };
  return {
    'AWS::DynamoDB::Table': async (TableName) => {
      const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }), options);
      const { ContinuousBackupsDescription } = await dynamodb.send(new DescribeContinuousBackupsCommand({ TableName }), options);
      const recovery = ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
      const encryption = Table?.SSEDescription;
      return {
        ...Table,
        BillingMode: Table?.BillingModeSummary?.BillingMode,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: recovery?.PointInTimeRecoveryStatus === 'ENABLED' },
        SSESpecification: {
          SSEEnabled: encryption?.Status === 'ENABLED',
          SSEType: encryption?.SSEType,
          KMSMasterKeyId: encryption?.KMSMasterKeyArn,
        },
      };
    },
    'AWS::KMS::Key': async (KeyId) => {
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }), options);
      const { KeyRotationEnabled } = await kms.send(new GetKeyRotationStatusCommand({ KeyId }), options);
      const { Policy } = await kms.send(new GetKeyPolicyCommand({ KeyId }), options);
      return { ...KeyMetadata, EnableKeyRotation: KeyRotationEnabled, KeyPolicy: JSON.parse(Policy!) };
    },
  };
}
