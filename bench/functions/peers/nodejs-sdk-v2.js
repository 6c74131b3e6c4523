'use strict';

/** The handler of the tutorial: the AWS SDK for JavaScript v2. */
const AWS = require('aws-sdk');

// Version 2 does not read AWS_ENDPOINT_URL.
const client = new AWS.DynamoDB.DocumentClient({ endpoint: process.env.AWS_ENDPOINT_URL });

exports.read = async (event) => {
  const { sub } = event.requestContext.authorizer.jwt.claims;
  const { Item } = await client.get({ TableName: process.env.DYNAMODB_TABLE, Key: { pk: 'USERS#ALL', sk: `USER#${sub}` } }).promise();
  return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: JSON.stringify(Item) };
};
