import { makeProblem, ProblemError } from '@kankei/core';
import type { Backend, BackendLinks } from './backend.ts';
import { type BackendSources, chooseSource } from './choose-source.ts';
import { httpLinks } from './http-links.ts';
import { lazy, lazyMembers } from './lazy.ts';
import { quickPrograms } from './quick-programs.ts';
import { shareAnswers } from './share.ts';
import { webUrl } from './web-url.ts';

/** Which backend, before anything is loaded. */
export type BackendChoice = { kind: 'http' | 'file'; url: URL };

/**
 * Decides where answers come from, as `chooseSource` does.
 * Throws a `ProblemError` (`invalid-parameter`) that names what cannot be used.
 */
export function chooseBackend(sources: BackendSources): BackendChoice {
  const source = chooseSource(sources);
  if (source) return { kind: source.kind, url: webUrl(source.address, source.base, source.name) };
  throw new ProblemError(
    makeProblem('invalid-parameter', {
      detail: 'neither endpoint nor src is given',
      errors: [{ name: 'endpoint', reason: 'missing' }],
    }),
  );
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
    const backend = shared.get(key) ?? shareAnswers(kind === 'http' ? lazyHttp(url) : lazyFile(url, sources.scriptUrl));
    shared.set(key, backend);
    return backend;
  } catch (error) {
    return lazyBackend(() => Promise.reject(error), {});
  }
}

/** One try by plain `fetch` tells most lists all they need; the whole backend is fetched when it does not, and stays. */
function lazyHttp(url: URL): Backend {
  const whole = lazyBackend(async () => (await import('./http-backend.ts')).httpBackend(url.href), httpLinks(url));
  let isQuick = true;
  return {
    ...whole,
    async programs(towns, query, more) {
      const page = isQuick && (await quickPrograms(url, towns, query, more));
      if (page) return page;
      isQuick = false;
      return whole.programs(towns, query, more);
    },
    async fanclub(town, more) {
      // Only pages with a signup need the reader of it.
      const quick = await import('./quick-fanclub.ts').catch(() => undefined);
      return (await quick?.quickFanclub(url, town, more)) ?? whole.fanclub(town, more);
    },
  };
}

/** The embed brings the shards of postal codes along, beside its script. */
function lazyFile(url: URL, scriptUrl: string | null | undefined): Backend {
  const options = scriptUrl ? { postal: new URL('postal/', scriptUrl).href } : {};
  return lazyBackend(async () => (await import('./file-backend.ts')).fileBackend(url.href, options), {});
}

/** A backend that is made when it is first asked. */
function lazyBackend(make: () => Promise<Backend>, links: BackendLinks): Backend {
  const get = lazy(make);
  return {
    town: async (...question) => (await get()).town(...question),
    programs: async (...question) => (await get()).programs(...question),
    program: async (...question) => (await get()).program(...question),
    ...lazyMembers(get),
    links,
  };
}
