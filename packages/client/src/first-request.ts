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
 * undefined; of a file its content.
 */
export type SentRequests = Map<string, Promise<unknown>>;

let sent: SentRequests = new Map();

/** Takes over what another script sent ahead; who asks for such an address then has its answer. */
export function takeOver(requests: SentRequests): void {
  sent = requests;
}

/** What comes of a request that was sent ahead, once; undefined where none was. */
export function takeSent({ href }: URL): Promise<unknown> | undefined {
  const ahead = sent.get(href);
  sent.delete(href);
  return ahead;
}

/** The answer to a request that was sent ahead, once; else the request is sent now. Undefined for what is no success. */
export function fetchOnce(url: URL, signal: AbortSignal): Promise<unknown> {
  return takeSent(url) ?? fetchJson(url.href, { ...request, signal });
}

async function fetchJson(href: string, init = request): Promise<unknown> {
  const response = await fetch(href, init);
  return response.ok ? response.json() : undefined;
}

/** Reads a file as soon as it and the code for that have come, also while a tag's own code is on its way. */
function readAhead(href: string): Promise<unknown> {
  const coming = [fetch(href, fileRequest), import('./file-backend.ts')] as const;
  return Promise.all(coming).then(([response, code]) => code.readAnswer(href, response));
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
    const answer = requests.get(href) || (isFile ? readAhead(href) : fetchJson(href));
    // Who takes it hears of a failure.
    answer.catch(() => {});
    requests.set(href, answer);
    return isFile ? undefined : answer;
  } catch {
    return undefined;
  }
}
