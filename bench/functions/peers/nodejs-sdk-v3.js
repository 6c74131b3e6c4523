'use strict';

/** The handler as tutorials write it today: the AWS SDK for JavaScript v3, not bundled. */
const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, GetCommand } = require('@aws-sdk/lib-dynamodb');

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

exports.read = async (event) => {
  const { sub } = event.requestContext.authorizer.jwt.claims;
  const { Item } = await client.send(new GetCommand({ TableName: process.env.DYNAMODB_TABLE, Key: { pk: 'USERS#ALL', sk: `USER#${sub}` } }));
  return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: JSON.stringify(Item) };
};
