import { makeProblem, type ProblemCode, ProblemError } from '@kankei/core';
import ky, { isHTTPError, type RetryOptions } from 'ky';
import { untilStopped } from './abort.ts';

/** How every backend reaches the network. */
export interface FetchOptions {
  /** In place of the global `fetch`. */
  fetch?: typeof fetch;
  /** Milliseconds for one question in all, retries and reading included. */
  timeout?: number;
}

export interface ExchangeOptions extends FetchOptions {
  signal?: AbortSignal | undefined;
  /** The most bytes an answer may have. */
  limit: number;
  /** What it is called when the answer is larger than that. */
  tooLarge: ProblemCode;
  accept: string;
  credentials: RequestCredentials;
  cache?: RequestCache;
  /** Beyond `accept`; other origins are asked first whether they take them. */
  headers?: Record<string, string>;
}

export interface SendOptions extends ExchangeOptions {
  json?: unknown;
  body?: URLSearchParams;
  /** True where the other side knows a repetition: then it is tried again as a question is. */
  repeatable: boolean;
}

const defaultTimeout = 10_000;

/**
 * GETs an address. Failures of the network and answers that ask for another try are tried again, at most twice.
 * Rejects with ky's `HTTPError` for a status outside 200–299, else with a `ProblemError` (`network`, `timeout`,
 * `tooLarge`) or with the signal's reason. Without `headers` nothing is sent that would need a CORS preflight or tell
 * more than the page's origin.
 */
export function get(url: URL, options: ExchangeOptions): Promise<Uint8Array<ArrayBuffer>> {
  return exchange(url, { ...options, method: 'get', repeatable: true });
}

/** POSTs to an address; rejects as `get` does. */
export function send(url: URL, options: SendOptions): Promise<Uint8Array<ArrayBuffer>> {
  return exchange(url, { ...options, method: 'post' });
}

async function exchange(url: URL, options: SendOptions & { method: 'get' | 'post' }): Promise<Uint8Array<ArrayBuffer>> {
  const { fetch, timeout = defaultTimeout, signal, limit, tooLarge, accept, headers, repeatable, ...init } = options;
  if (signal?.aborted) throw signal.reason;
  const giveUp = Date.now() + timeout;
  const stop = new AbortController();
  const pass = () => stop.abort(signal?.reason);
  signal?.addEventListener('abort', pass, { once: true });
  const timer = setTimeout(
    () => stop.abort(failure('timeout', `${url.href} did not answer in ${timeout} ms`)),
    timeout,
  );
  try {
    const answer = ky(url, {
      ...init,
      ...(fetch && { fetch }),
      headers: { accept, ...headers },
      referrerPolicy: 'strict-origin',
      signal: stop.signal,
      timeout: false,
      retry: repeatable ? { ...retry, shouldRetry: ({ error }) => mayRetry(error, giveUp) } : 0,
    });
    return await untilStopped(
      answer.then((response) => read(response, limit)),
      stop.signal,
    );
  } catch (error) {
    if (stop.signal.aborted) throw stop.signal.reason;
    if (isHTTPError(error)) throw error;
    if (error instanceof RangeError) throw failure(tooLarge, `${url.href} is larger than ${limit} bytes`, error);
    throw failure('network', `${url.href} could not be reached`, error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', pass);
    // Lets go of an answer that was left half read.
    stop.abort();
  }
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

/** The body; throws a RangeError as soon as it is known to be larger than `limit` bytes. */
async function read(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    size += next.value.byteLength;
    if (size > limit) throw new RangeError('too large');
    chunks.push(next.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function failure(code: ProblemCode, detail: string, cause?: unknown): ProblemError {
  return new ProblemError(makeProblem(code, { detail }), { cause });
}
