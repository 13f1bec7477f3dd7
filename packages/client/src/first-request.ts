import { type BackendSources, chooseSource } from './choose-source.ts';

/** How a page of programs is asked for. Nothing is sent that would need a CORS preflight or tell more than the origin. */
export const request: RequestInit = {
  headers: { accept: 'application/json' },
  credentials: 'omit',
  referrerPolicy: 'strict-origin',
};

/** What was asked before the code that reads the answers had come, by its address: the JSON of a success, or undefined. */
export type SentRequests = Map<string, Promise<unknown>>;

let sent: SentRequests = new Map();

/** Takes over what another script sent ahead; who asks for such an address then has its answer. */
export function takeOver(requests: SentRequests): void {
  sent = requests;
}

/** The answer to a request that was sent ahead, once; else the request is sent now. Undefined for what is no success. */
export function fetchOnce({ href }: URL, signal: AbortSignal): Promise<unknown> {
  const ahead = sent.get(href);
  sent.delete(href);
  return ahead ?? fetchJson(href, signal);
}

async function fetchJson(href: string, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(href, { ...request, ...(signal && { signal }) });
  return response.ok ? response.json() : undefined;
}

/**
 * Sends the first question of a tag ahead, unless it has been; `addressOf` makes its address under the server's. Only to
 * a server: what is odd about the question is found, and said, by the backend that asks it again.
 */
export function sendAhead(requests: SentRequests, sources: BackendSources, addressOf: (base: URL) => URL): void {
  const { kind, address, base } = chooseSource(sources) ?? {};
  if (kind !== 'http' || !address) return;
  try {
    const { href } = addressOf(new URL(address, base));
    if (requests.has(href)) return;
    const answer = fetchJson(href);
    // Who takes it hears of a failure.
    answer.catch(() => {});
    requests.set(href, answer);
  } catch {}
}
