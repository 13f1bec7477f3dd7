/** What stands at an address: a body, a response, or what makes one from the request. */
export type Page = string | Uint8Array<ArrayBuffer> | Response | ((request: Request) => Response | Promise<Response>);

/** A `fetch` without a network, as a browser's is: it heeds the signal and fails with a TypeError. */
export function fakeWeb(pages: Record<string, Page>) {
  const requests: Request[] = [];
  const answer = async (request: Request): Promise<Response> => {
    const page = pages[request.url] ?? new Response('<!doctype html><title>404</title>', { status: 404 });
    if (typeof page === 'function') return page(request);
    return page instanceof Response ? page.clone() : new Response(page);
  };
  const fetch = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = input instanceof Request ? input : new Request(input, init);
    requests.push(request);
    return new Promise((resolve, reject) => {
      const stop = () => reject(request.signal.reason);
      if (request.signal.aborted) return stop();
      request.signal.addEventListener('abort', stop);
      answer(request).then(resolve, reject);
    });
  };
  return { fetch, requests, pages };
}

/** What a browser's fetch rejects with when there is no network, a blocked port or no CORS header. */
export const offline = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));

/** An answer that never comes. */
export const silent = (): Promise<Response> => new Promise(() => {});

export function json(value: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(value), {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });
}

export function problemJson(problem: { status: number }): Response {
  return json(problem, { status: problem.status, headers: { 'content-type': 'application/problem+json' } });
}
