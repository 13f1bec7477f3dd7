import { makeProblem, ProblemError } from '@kankei/core';
import type { Backend, BackendLinks } from './backend.ts';
import { httpLinks } from './http-links.ts';
import { shareAnswers } from './share.ts';
import { webUrl } from './web-url.ts';

/** All that may say where answers come from. Empty texts count as not given. */
export interface BackendSources {
  /** The element's `backend` property. */
  backend?: Backend | null | undefined;
  /** The element's attributes: the address of a server, or of `kankei.json`, its folder or one file. */
  endpoint?: string | null | undefined;
  src?: string | null | undefined;
  /** The content of the page's `<meta name="kankei:endpoint">`. */
  meta?: string | null | undefined;
  /** The absolute address of the script that defined the element. */
  scriptUrl?: string | null | undefined;
  /** What relative addresses start from: the page's `document.baseURI`. */
  base?: string | undefined;
}

/** Which backend, before anything is loaded. */
export type BackendChoice = { kind: 'http' | 'file'; url: URL };

/** `…/embed/v1/kankei.js` or `…/embed/1.2.3/kankei.js`, as a server of ours hands it out; before it, the server's address. */
const servedScript = /^(.*\/)embed\/(?:v\d+|\d+\.\d+\.\d+[^/]*)\/[^/]+$/;

/**
 * Decides where answers come from, in this order: `endpoint`, `src`, `meta`, the script. A script of a server's embed
 * folder speaks to that server; any other looks for `kankei.json` beside itself.
 * Throws a `ProblemError` (`invalid-parameter`) that names what cannot be used.
 */
export function chooseBackend({ endpoint, src, meta, scriptUrl, base }: BackendSources): BackendChoice {
  if (endpoint) return { kind: 'http', url: webUrl(endpoint, base, 'endpoint') };
  if (src) return { kind: 'file', url: webUrl(src, base, 'src') };
  if (meta) return { kind: 'http', url: webUrl(meta, base, 'kankei:endpoint') };
  if (!scriptUrl)
    throw new ProblemError(
      makeProblem('invalid-parameter', {
        detail: 'neither endpoint nor src is given',
        errors: [{ name: 'endpoint', reason: 'missing' }],
      }),
    );
  const script = webUrl(scriptUrl, base, 'script');
  const served = servedScript.exec(script.pathname);
  if (served) return { kind: 'http', url: new URL(served[1]!, script) };
  return { kind: 'file', url: new URL('kankei.json', script) };
}

const shared = new Map<string, Backend>();

/**
 * The backend an element speaks to. Elements with the same answer share one, and what they ask at the same time is
 * asked once. The code that speaks HTTP or reads files is loaded with the first question. It never throws: where no
 * backend can be had, every question is answered with the problem.
 */
export function resolveBackend(sources: BackendSources): Backend {
  if (sources.backend) return sources.backend;
  try {
    const { kind, url } = chooseBackend(sources);
    const key = `${kind} ${url.href}`;
    const backend = shared.get(key) ?? shareAnswers(kind === 'http' ? lazyHttp(url) : lazyFile(url));
    shared.set(key, backend);
    return backend;
  } catch (error) {
    return lazyBackend(() => Promise.reject(error), {});
  }
}

function lazyHttp(url: URL): Backend {
  return lazyBackend(async () => (await import('./http-backend.ts')).httpBackend(url.href), httpLinks(url));
}

function lazyFile(url: URL): Backend {
  return lazyBackend(async () => (await import('./file-backend.ts')).fileBackend(url.href), {});
}

/** A backend that is made when it is first asked, and again where making it failed. */
function lazyBackend(make: () => Promise<Backend>, links: BackendLinks): Backend {
  let made: Promise<Backend> | undefined;
  const get = () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      // A part of the script that does not load is a failure of the network like any other.
      throw error instanceof ProblemError ? error : new ProblemError(makeProblem('network'), { cause: error });
    });
    return made;
  };
  return {
    town: async (...question) => (await get()).town(...question),
    programs: async (...question) => (await get()).programs(...question),
    program: async (...question) => (await get()).program(...question),
    links,
  };
}
