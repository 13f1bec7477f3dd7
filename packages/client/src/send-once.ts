import type { SendOptions } from './backend.ts';
import { send } from './get.ts';
import type { Schema, Server } from './http-backend.ts';

/** Milliseconds for something that is sent, its repetitions included. */
const sendTimeout = 30_000;

/**
 * Posts something to a server that knows a repetition by its key, and reads the answer. What fails on the way is sent
 * again, and counts once. Rejects as a backend does.
 */
export function sendOnce<T>(
  { options, answer }: Server,
  schema: Schema<T>,
  address: URL,
  json: unknown,
  { key, signal }: SendOptions,
): Promise<T> {
  const sending = send(address, {
    ...options,
    timeout: options.timeout ?? sendTimeout,
    signal,
    json,
    headers: { 'idempotency-key': key },
    repeatable: true,
  });
  return answer(schema, address, sending);
}
