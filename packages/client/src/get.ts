import ky, { type Options, type RetryOptions } from 'ky';
import { bytesOf, type Exchange, type ExchangeOptions, type FetchOptions, isHTTPError } from './exchange.ts';

export type { ExchangeOptions, FetchOptions };

export interface SendOptions extends ExchangeOptions {
  json?: unknown;
  body?: URLSearchParams;
  /** True where the other side knows a repetition: then it is tried again as a question is. */
  repeatable: boolean;
}

/**
 * GETs an address. Failures of the network and answers that ask for another try are tried again, at most twice.
 * Rejects with ky's `HTTPError` for a status outside 200–299, else as `bytesOf` does.
 */
export function get(url: URL, options: ExchangeOptions): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOf(url, options, retrying(options));
}

/** POSTs to an address; rejects as `get` does. */
export function send(url: URL, { json, body, repeatable, ...options }: SendOptions): Promise<Uint8Array<ArrayBuffer>> {
  const sent = { method: 'post', ...(json !== undefined && { json }), ...(body && { body }) };
  return bytesOf(url, options, retrying(options, { ...sent, ...(!repeatable && { retry: 0 }) }));
}

/** An exchange that is tried again where that helps, as long as there is time. */
export function retrying({ fetch }: FetchOptions, more: Options = {}): Exchange {
  return (url, sending, giveUp) =>
    ky(url, {
      ...sending,
      ...(fetch && { fetch }),
      timeout: false,
      retry: { ...retry, shouldRetry: ({ error }) => mayRetry(error, giveUp) },
      ...more,
    });
}

const retry: RetryOptions = {
  limit: 2,
  methods: ['get', 'post'],
  statusCodes: [408, 425, 429, 500, 502, 503, 504],
  afterStatusCodes: [429, 503],
  // Many pages fail together when a server does; they should not come back together.
  jitter: (delay) => delay * (0.5 + Math.random() / 2),
};

/** True: try again; false: not; undefined: as the status and its `Retry-After` say. */
function mayRetry(error: Error, giveUp: number): boolean | undefined {
  // All that fetch itself throws is a failure of the network; a stop ends ky's wait before the next try.
  if (!isHTTPError(error)) return true;
  const { status, headers } = error.response;
  const after = headers.get('retry-after');
  if (after === null) return status === 429 ? false : undefined;
  const at = /^\d+$/.test(after) ? Date.now() + Number(after) * 1000 : Date.parse(after);
  return at >= giveUp ? false : undefined;
}
