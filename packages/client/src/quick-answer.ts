import { untilStopped } from './abort.ts';
import { fetchOnce } from './first-request.ts';

/** Milliseconds for the one try. */
const patience = 8000;

/**
 * Asks a server once, by plain `fetch`, and reads the answer by hand: the way to what is shown first, without the code
 * that tries again, reads refusals and checks every rule of the contract. Undefined when anything is unusual: a
 * failure, a refusal, a long wait, an answer in another shape. Then the whole backend asks, and says what there is to
 * say. Rejects with the signal's reason and with nothing else.
 */
export async function quickAnswer<T>(
  address: URL,
  read: (answer: unknown) => T | undefined,
  signal: AbortSignal | undefined,
): Promise<T | undefined> {
  const stop = new AbortController();
  const pass = () => stop.abort();
  signal?.addEventListener('abort', pass);
  const timer = setTimeout(pass, patience);
  try {
    return read(await untilStopped(fetchOnce(address, stop.signal), stop.signal));
  } catch {
    if (signal?.aborted) throw signal.reason;
    return undefined;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', pass);
  }
}
