import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CLIENT_SETTINGS, exchangeCompletely } from '../aws/client';

/** The DynamoDB client. It is at module scope, so that warm invocations reuse its connections. */
export const client = exchangeCompletely(new DynamoDBClient(CLIENT_SETTINGS));
