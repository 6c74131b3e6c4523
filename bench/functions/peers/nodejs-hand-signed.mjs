/** The least that a handler can do: one HTTPS request, signed by hand. No retries, no checks, nothing else that a service needs. */
import { createHash, createHmac } from 'node:crypto';
import { Agent, request } from 'node:https';

const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL, DYNAMODB_TABLE } = process.env;
const { host } = new URL(AWS_ENDPOINT_URL);
const agent = new Agent({ keepAlive: true });
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();

export async function read(event) {
  const { sub } = event.requestContext.authorizer.jwt.claims;
  const body = JSON.stringify({ TableName: DYNAMODB_TABLE, Key: { pk: { S: 'USERS#ALL' }, sk: { S: `USER#${sub}` } } });
  const { Item } = JSON.parse(await send('GetItem', body));
  return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: JSON.stringify(unmarshal({ M: Item })) };
}

function unmarshal({ S, N, BOOL, L, M }) {
  if (M) {
    return Object.fromEntries(Object.entries(M).map(([key, value]) => [key, unmarshal(value)]));
  }
  return L ? L.map(unmarshal) : S ?? (N === undefined ? BOOL ?? null : Number(N));
}

/** Signature Version 4. */
function send(operation, body) {
  const time = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = `${time.slice(0, 8)}/${AWS_REGION}/dynamodb/aws4_request`;
  const target = `DynamoDB_20120810.${operation}`;
  const canonical = `POST\n/\n\nhost:${host}\nx-amz-date:${time}\nx-amz-target:${target}\n\nhost;x-amz-date;x-amz-target\n${sha256(body)}`;
  const key = scope.split('/').reduce(hmac, `AWS4${AWS_SECRET_ACCESS_KEY}`);
  const signature = hmac(key, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`).toString('hex');
  const headers = {
    'Content-Type': 'application/x-amz-json-1.0',
    'X-Amz-Date': time,
    'X-Amz-Target': target,
    'Authorization': `AWS4-HMAC-SHA256 Credential=${AWS_ACCESS_KEY_ID}/${scope}, SignedHeaders=host;x-amz-date;x-amz-target, Signature=${signature}`,
  };
  return new Promise((resolve, reject) => {
    request(AWS_ENDPOINT_URL, { method: 'POST', headers, agent }, async (response) => {
      let text = '';
      for await (const chunk of response) {
        text += chunk;
      }
      resolve(text);
    }).on('error', reject).end(body);
  });
}
