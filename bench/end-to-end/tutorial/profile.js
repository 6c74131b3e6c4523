'use strict';

/** The handlers of the tutorial, on the SDK of the runtime. */
const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, GetCommand, PutCommand } = require('@aws-sdk/lib-dynamodb');

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.DYNAMODB_TABLE;

/** `GET /user/profile` */
exports.get = async (event) => {
  const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(event) }));
  return respond(event, Item);
};

/** `POST /user/profile` */
exports.create = async (event) => {
  const Item = { ...keyOf(event), profile_data: JSON.parse(event.body) };
  await client.send(new PutCommand({ TableName, Item }));
  return respond(event, Item);
};

function keyOf(event) {
  return { pk: 'USERS#ALL', sk: `USER#${event.requestContext.authorizer.jwt.claims.sub}` };
}

function respond(event, item) {
  // MiniStack waits up to 50 ms for the log of an invocation, so that a function without a log line would be slower.
  console.log(event.routeKey);
  return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: JSON.stringify(item) };
}
