import { type BackendSources, chooseSource } from './choose-source.ts';

/** How a page of programs is asked for. Nothing is sent that would need a CORS preflight or tell more than the origin. */
export const request: RequestInit = {
  headers: { accept: 'application/json' },
  credentials: 'omit',
  referrerPolicy: 'strict-origin',
};

/** How a town's file is asked for; a test site behind a password works, and a site elsewhere learns nothing of the visitor. */
export const fileRequest = {
  credentials: 'same-origin',
  referrerPolicy: 'strict-origin',
  // A copy at hand will do if its server says that it is still good.
  cache: 'no-cache',
} as const;

/**
 * What was asked before the code that reads the answers had come, by its address: of a server the JSON of a success, or
 * undefined; of a file the response.
 */
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
  return ahead ?? fetchJson(href, { ...request, signal });
}

/** `fetch`, but for the file that was asked for ahead, once. */
export const fetchFileOnce: typeof fetch = (input, init) => {
  const href = input instanceof Request ? input.url : String(input);
  const ahead = sent.get(href) as Promise<Response> | undefined;
  sent.delete(href);
  return ahead ?? fetch(input, init);
};

async function fetchJson(href: string, init = request): Promise<unknown> {
  const response = await fetch(href, init);
  return response.ok ? response.json() : undefined;
}

/**
 * Sends the first question of a tag ahead, unless it has been: of a server what `addressOf` names under its address, or
 * else the file. Gives a server's answer. What is odd about the question is found, and said, by the backend that
 * asks it again.
 */
export function sendAhead(
  requests: SentRequests,
  sources: BackendSources,
  addressOf: (base: URL) => URL,
): Promise<unknown> | undefined {
  const source = chooseSource(sources);
  if (!source) return undefined;
  try {
    const url = new URL(source.address, source.base);
    const isFile = source.kind === 'file';
    const { href } = isFile ? new URL(url.pathname.endsWith('/') ? 'kankei.json' : '', url) : addressOf(url);
    const answer = requests.get(href) || (isFile ? fetch(href, fileRequest) : fetchJson(href));
    // What reads the file comes meanwhile; who needs it hears of a failure.
    if (isFile) import('./file-backend.ts').catch(() => {});
    // Who takes it hears of a failure.
    answer.catch(() => {});
    requests.set(href, answer);
    return isFile ? undefined : answer;
  } catch {
    return undefined;
  }
}
