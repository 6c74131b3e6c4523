/** The handler on aws-lite, a client made for a small footprint. */
import awsLite from '@aws-lite/client';
import dynamodb from '@aws-lite/dynamodb';

const aws = await awsLite({ plugins: [dynamodb], endpoint: process.env.AWS_ENDPOINT_URL });

export async function read(event) {
  const { sub } = event.requestContext.authorizer.jwt.claims;
  const { Item } = await aws.DynamoDB.GetItem({ TableName: process.env.DYNAMODB_TABLE, Key: { pk: 'USERS#ALL', sk: `USER#${sub}` } });
  return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: JSON.stringify(Item) };
}
