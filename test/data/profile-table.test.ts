import { onlyResource, synthesize } from '../support/stacks/synth';

test('the table is on demand, recoverable, and has the inverted index', () => {
  const { Properties } = onlyResource(synthesize().template, 'AWS::DynamoDB::Table');
  expect(Properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }, { AttributeName: 'sk', AttributeType: 'S' }],
    GlobalSecondaryIndexes: [{
      IndexName: 'sk-pk-index',
      KeySchema: [{ AttributeName: 'sk', KeyType: 'HASH' }, { AttributeName: 'pk', KeyType: 'RANGE' }],
      Projection: { ProjectionType: 'ALL' },
    }],
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  });
  expect(Properties).not.toHaveProperty('ProvisionedThroughput');
});

test('tableCapacity provisions table and index alike', () => {
  const { Properties } = onlyResource(synthesize({ tableCapacity: { readCapacity: 3, writeCapacity: 2 } }).template, 'AWS::DynamoDB::Table');
  const throughput = { ReadCapacityUnits: 3, WriteCapacityUnits: 2 };
  expect(Properties.ProvisionedThroughput).toEqual(throughput);
  expect(Properties.GlobalSecondaryIndexes[0].ProvisionedThroughput).toEqual(throughput);
  expect(Properties).not.toHaveProperty('BillingMode');
});
