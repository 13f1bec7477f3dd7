import type { Duplex } from 'node:stream';
import { makeProblem } from '@kankei/core';

/** What Node's parser calls an address with characters in it that must be percent-encoded. */
const invalidUrl = 'HPE_INVALID_URL';

/**
 * Answers what is not HTTP, before any route sees it. Node would close with an empty 400; somebody who typed Japanese
 * straight into an address learns here what to do.
 */
export function answerUnreadable(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const detail =
    error.code === invalidUrl ? 'Percent-encode what is not ASCII in the address: curl -G --data-urlencode' : undefined;
  const body = JSON.stringify(makeProblem('invalid-parameter', detail ? { detail } : {}));
  const head = [
    error.code === 'HPE_HEADER_OVERFLOW' ? 'HTTP/1.1 431 Request Header Fields Too Large' : 'HTTP/1.1 400 Bad Request',
    'Content-Type: application/problem+json',
    'Access-Control-Allow-Origin: *',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
