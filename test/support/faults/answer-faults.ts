import { IncomingMessage } from 'http';
import { crc32 } from 'zlib';
import { Answer, bothWays, errorAnswer, Fault, halfOf, send, Treatment } from './faults';

/** Where the answer may seem whole: else the handler may take the connection for the next call before it sees that it ended. */
const CLOSE = { connection: 'close' };

/** How an answer of DynamoDB may arrive broken. The handlers can't tell from any of these what became of the call. */
const BROKEN_ANSWERS: Record<string, Fault> = {
  'cut after the head': (request, _, answer) => cut(request, answer, { 'content-length': answer.body.length }, 0),
  'cut after a head without length': (request, _, answer) => cut(request, answer, {}, 0),
  'cut in a body without length': (request, _, answer) => cut(request, answer, {}, halfOf(answer.body).length),
  'cut in the head': (request) => {
    request.socket.end('HTTP/1.1 200 OK\r\nContent-Le');
  },
  'reset in the body': (request, response, answer) => {
    response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
    response.write(halfOf(answer.body), () => request.socket.resetAndDestroy());
  },
  'chunked and cut': (request, _, answer) => {
    const half = halfOf(answer.body);
    request.socket.end(`${headOf(answer, { 'transfer-encoding': 'chunked' })}${half.length.toString(16)}\r\n${String(half)}\r\n`);
  },
  'chunked and cut in a chunk': (request, _, answer) => {
    request.socket.end(`${headOf(answer, { 'transfer-encoding': 'chunked' })}${answer.body.length.toString(16)}\r\n${String(halfOf(answer.body))}`);
  },
  'chunked and empty': (request, _, answer) => {
    request.socket.end(`${headOf(answer, { ...CLOSE, 'transfer-encoding': 'chunked' })}0\r\n\r\n`);
  },
  'empty': (_, response, answer) => send(response, { ...answer, body: Buffer.alloc(0) }),
  'empty, without checksum': (_, response) => send(response, { ...plain(200), body: Buffer.alloc(0) }),
  'blank': (_, response) => send(response, { ...plain(200), body: Buffer.from(' \n ') }),
  'of too small a length': (request, _, answer) => (
    cut(request, answer, { ...CLOSE, 'content-length': answer.body.length - 1 }, answer.body.length)
  ),
  'of too great a length': (request, _, answer) => cut(request, answer, { 'content-length': answer.body.length + 1 }, answer.body.length),
  'of another checksum': (_, response, answer) => send(response, withChecksum(answer, crc32(answer.body) - 1)),
  'empty object of another checksum': (_, response) => send(response, withChecksum({ ...plain(200), body: Buffer.from('{}') }, 1)),
  'of a checksum that is no number': (_, response, answer) => (
    send(response, { ...answer, headers: { ...answer.headers, 'x-amz-crc32': 'none' } })
  ),
  'no JSON, 200': (_, response) => sendText(response, 200, '<html>OK</html>'),
  'half a JSON text of its own checksum': (_, response, answer) => sendText(response, 200, String(halfOf(answer.body))),
  'null': (_, response) => sendText(response, 200, 'null'),
  'a list': (_, response) => sendText(response, 200, '[]'),
  'a string': (_, response) => sendText(response, 200, '"Item"'),
  'a number': (_, response) => sendText(response, 200, '0'),
  'no UTF-8': (_, response) => send(response, { ...plain(200), body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) }),
  'in UTF-16': (_, response) => send(response, { ...plain(200), body: Buffer.from('{}', 'utf16le') }),
  'of another success': (_, response, answer) => send(response, { ...answer, status: 202 }),
  'without content': (request) => {
    request.socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
  },
  'a redirection': (request) => {
    request.socket.end('HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  },
  'garbage instead of HTTP': (request) => {
    request.socket.end('\x15\x03\x03\x00\x02\x02\x28 garbage\r\n\r\n');
  },
  'a head of garbage': (request) => {
    request.socket.end('HTTP/1.1 two hundred\r\nnothing\r\n\r\n');
  },
  ...Object.fromEntries([400, 403, 500, 502, 503, 504].map((status): [string, Fault] => [
    `HTML with ${status}`, (_, response) => sendText(response, status, '<html><body>Error</body></html>'),
  ])),
  'a cut error': (request) => {
    const answer = errorAnswer(400, 'ConditionalCheckFailedException');
    return cut(request, answer, { 'content-length': answer.body.length }, halfOf(answer.body).length);
  },
  'an error cut after the head': (request) => {
    const answer = errorAnswer(400, 'ConditionalCheckFailedException');
    return cut(request, answer, { 'content-length': answer.body.length }, 0);
  },
  'half an error': (_, response) => {
    const answer = errorAnswer(400, 'AccessDeniedException');
    send(response, { ...answer, body: halfOf(answer.body) });
  },
  'an empty error': (_, response) => sendText(response, 400, ''),
  'an error of another checksum': (_, response) => send(response, withChecksum(errorAnswer(400, 'AccessDeniedException'), 1)),
  'an error without type': (_, response) => sendText(response, 400, '{"message":"secret detail"}'),
  'an error of a type that is no text': (_, response) => sendText(response, 400, '{"__type":400}'),
  'an error that is no object': (_, response) => sendText(response, 400, '["AccessDeniedException"]'),
  'an error that is null': (_, response) => sendText(response, 400, 'null'),
};

/** Each of them, when the call took effect and when it did not. */
export const BROKEN: Treatment[] = bothWays(BROKEN_ANSWERS);

function plain(status: number): Omit<Answer, 'body'> {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0' } };
}

function sendText(response: Parameters<Fault>[1], status: number, text: string): void {
  const body = Buffer.from(text);
  send(response, withChecksum({ ...plain(status), body }, crc32(body)));
}

function withChecksum(answer: Answer, checksum: number): Answer {
  return { ...answer, headers: { ...answer.headers, 'x-amz-crc32': String(checksum) } };
}

/** Sends so many bytes of an answer, and ends the connection. */
function cut({ socket }: IncomingMessage, answer: Answer, headers: Record<string, unknown>, length: number): void {
  socket.write(headOf(answer, headers));
  socket.end(answer.body.subarray(0, length));
}

function headOf(answer: Answer, headers: Record<string, unknown>): string {
  const lines = Object.entries({ ...answer.headers, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${answer.status} Status\r\n${lines.join('')}\r\n`;
}
