import { makeProblem, ProblemError } from '@kankei/core';
import type { Backend } from './backend.ts';
import { type BackendSources, chooseSource } from './choose-source.ts';
import { httpLinks } from './http-links.ts';
import { lazy, lazyFurusato, lazyMatching, lazyMembers } from './lazy.ts';
import { longestOfFile } from './longest.ts';
import type { quickFanclub } from './quick-fanclub.ts';
import type { quickFurusato } from './quick-furusato.ts';
import type { quickMatching } from './quick-matching.ts';
import type { quickPrograms } from './quick-programs.ts';
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

/**
 * Readers of first answers, each brought by the tag that asks for them: what only one tag reads first, no other tag's
 * page pays for.
 */
export interface QuickReaders {
  programs?: typeof quickPrograms;
  fanclub?: typeof quickFanclub;
  furusato?: typeof quickFurusato;
  matching?: typeof quickMatching;
}

const shared = new Map<string, { backend: Backend; readers: QuickReaders }>();

/**
 * The backend an element speaks to. Elements with the same answer share one, and what they ask at the same time is
 * asked once. The code that speaks HTTP or reads files is loaded with the first question that none of `readers` answers.
 * It never throws: where no backend can be had, every question is answered with the problem.
 */
export function resolveBackend(sources: BackendSources, readers: QuickReaders = {}): Backend {
  if (sources.backend) return sources.backend;
  try {
    const { kind, url } = chooseBackend(sources);
    const key = `${kind} ${url.href}`;
    const kept = shared.get(key) ?? makeShared(kind, url, sources.scriptUrl);
    shared.set(key, kept);
    Object.assign(kept.readers, readers);
    return kept.backend;
  } catch (error) {
    return lazyBackend(() => Promise.reject(error));
  }
}

function makeShared(kind: BackendChoice['kind'], url: URL, scriptUrl: string | null | undefined) {
  const readers: QuickReaders = {};
  return { backend: shareAnswers(kind === 'http' ? lazyHttp(url, readers) : lazyFile(url, scriptUrl)), readers };
}

/** One try by plain `fetch` tells most tags all they need; the whole backend is fetched when it does not, and stays. */
function lazyHttp(url: URL, readers: QuickReaders): Backend {
  const whole = lazyBackend(async () => (await import('./http-backend.ts')).httpBackend(url.href), {
    links: httpLinks(url),
  });
  let isQuick = true;
  return {
    ...whole,
    async programs(towns, query, more) {
      const page = isQuick && (await readers.programs?.(url, towns, query, more));
      if (page) return page;
      isQuick = false;
      return whole.programs(towns, query, more);
    },
    async fanclub(town, more) {
      return (await readers.fanclub?.(url, town, more)) ?? whole.fanclub(town, more);
    },
    async furusato(town, more) {
      return (await readers.furusato?.(url, town, more)) ?? whole.furusato(town, more);
    },
    async matching(town, more) {
      return (await readers.matching?.(url, town, more)) ?? whole.matching(town, more);
    },
  };
}

/** The embed brings the shards of postal codes along, beside its script. */
function lazyFile(url: URL, scriptUrl: string | null | undefined): Backend {
  const options = scriptUrl ? { postal: new URL('postal/', scriptUrl).href } : {};
  return lazyBackend(async () => (await import('./file-backend.ts')).fileBackend(url.href, options), {
    longest: longestOfFile,
  });
}

/** A backend that is made when it is first asked. */
function lazyBackend(make: () => Promise<Backend>, known: Partial<Pick<Backend, 'links' | 'longest'>> = {}): Backend {
  const get = lazy(make);
  return {
    town: async (...question) => (await get()).town(...question),
    programs: async (...question) => (await get()).programs(...question),
    program: async (...question) => (await get()).program(...question),
    ...lazyMembers(get),
    ...lazyFurusato(get),
    ...lazyMatching(get),
    links: {},
    ...known,
  };
}
