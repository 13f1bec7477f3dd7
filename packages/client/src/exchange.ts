import { concatBytes, makeProblem, type ProblemCode, ProblemError } from '@kankei/core';
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

/** What is sent and how, for `fetch` and for all that stands on it. */
export type Sending = RequestInit & { signal: AbortSignal };

/** One exchange with a server; `giveUp` is the instant (ms since 1970) after which nobody waits for it any more. */
export type Exchange = (url: URL, sending: Sending, giveUp: number) => Promise<Response>;

const defaultTimeout = 10_000;

/**
 * The bytes that `exchange` brings, in the time and the size there is for them. Rejects with an error of the name
 * `HTTPError` as `exchange` does, else with a `ProblemError` (`network`, `timeout`, `tooLarge`) or with the signal's
 * reason. Without `headers` nothing is sent that would need a CORS preflight or tell more than the page's origin.
 */
export async function bytesOf(
  url: URL,
  options: ExchangeOptions,
  exchange: Exchange,
): Promise<Uint8Array<ArrayBuffer>> {
  const { fetch: _, timeout = defaultTimeout, signal, limit, tooLarge, accept, headers, ...init } = options;
  if (signal?.aborted) throw signal.reason;
  const giveUp = Date.now() + timeout;
  const stop = new AbortController();
  const pass = () => stop.abort(signal?.reason);
  signal?.addEventListener('abort', pass, { once: true });
  const timer = setTimeout(
    () => stop.abort(failure('timeout', `${url.href} did not answer in ${timeout} ms`)),
    timeout,
  );
  const sending: Sending = {
    ...init,
    headers: { accept, ...headers },
    referrerPolicy: 'strict-origin',
    signal: stop.signal,
  };
  try {
    const answer = exchange(url, sending, giveUp);
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

/** True for what ky calls a status outside 200–299; told by its name, so that ky need not be at hand. */
export function isHTTPError(error: unknown): error is Error & { response: Response } {
  return error instanceof Error && error.name === 'HTTPError';
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
  return concatBytes(chunks, size);
}

function failure(code: ProblemCode, detail: string, cause?: unknown): ProblemError {
  return new ProblemError(makeProblem(code, { detail }), { cause });
}
