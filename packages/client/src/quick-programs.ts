import type { ProgramPage, ProgramQueryInput } from '@kankei/core';
import { untilStopped } from './abort.ts';
import type { AskOptions } from './backend.ts';
import { fetchOnce, programsAddress } from './first-request.ts';
import { readPage } from './quick-page.ts';

/** Milliseconds for the one try. */
const patience = 8000;

/**
 * Asks a server for a page of programs once, by plain `fetch`, and reads the answer by hand: the way to a list's first
 * cards, without the code that tries again, reads refusals and checks every rule of the contract. Undefined when
 * anything is unusual: a failure, a refusal, a long wait, an answer in another shape. Then the whole backend asks, and
 * says what there is to say. Rejects with the signal's reason and with nothing else.
 */
export async function quickPrograms(
  base: URL,
  towns: readonly string[],
  query: ProgramQueryInput = {},
  { signal }: AskOptions = {},
): Promise<ProgramPage | undefined> {
  if (!towns.length || !towns.every((code) => /^\d{6}$/.test(code))) return undefined;
  const stop = new AbortController();
  const pass = () => stop.abort();
  signal?.addEventListener('abort', pass);
  const timer = setTimeout(pass, patience);
  try {
    const response = await untilStopped(fetchOnce(programsAddress(base, towns, query), stop.signal), stop.signal);
    return response.ok ? readPage(await untilStopped(response.json(), stop.signal)) : undefined;
  } catch {
    if (signal?.aborted) throw signal.reason;
    return undefined;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', pass);
  }
}
