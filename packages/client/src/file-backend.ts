import type { Problem } from '@kankei/core';
import { untilStopped } from './abort.ts';
import type { AskOptions, Backend } from './backend.ts';
import type { FetchOptions } from './exchange.ts';
import { openSource } from './file-source.ts';
import { keep } from './keep.ts';
import { lazy, lazyFurusato, lazyMatching, lazyMembers } from './lazy.ts';
import { longestOfFile } from './longest.ts';
import { townCode, townCodes } from './question.ts';
import { webUrl } from './web-url.ts';

export { readAnswer } from './program-file.ts';

export interface FileBackendOptions extends FetchOptions {
  /** Milliseconds since 1970; the clock unless given. */
  now?: () => number;
  /** Told of files, rows and texts that were left out while the rest is shown; the console's warning unless given. */
  onProblem?: (problem: Problem) => void;
  /** The folder of the shards of postal codes, ending in `/`; `postal/` beside the file unless given. */
  postal?: string;
}

/** Milliseconds after which files are asked for anew, and after which that is tried again where it failed. */
const maxAge = 5 * 60_000;
const grace = 30_000;

/**
 * A backend over files on any web server. `url` is the address of `kankei.json` or of its folder (ending in `/`), or of
 * one event CSV or JSON file alone, whose programs then belong to the town they name, else to the town that is asked for.
 * Throws a `ProblemError` (`invalid-parameter`) when `url` is not an http or https address.
 *
 * Files are fetched with the first question, at most 20 MB each, and kept five minutes; then their server is asked
 * whether they changed. A file that fails is left out and reported while another can be shown, because half a list
 * helps a visitor more than none; where it was read before, what was read stays. Only when every file fails, so does
 * the question, and the next one tries again. A stopped question leaves the files loading for the next.
 */
export function fileBackend(url: string, options: FileBackendOptions = {}): Backend {
  const { now = Date.now, onProblem = warn, postal = 'postal/', ...fetching } = options;
  const given = webUrl(url, undefined, 'src');
  const address = given.pathname.endsWith('/') ? new URL('kankei.json', given) : given;
  const shards = webUrl(postal, address.href, 'postal');
  const tools = { fetching, now, onProblem, lastRead: new Map() };
  const source = keep(
    (codes: string[]) => openSource(address, codes, tools),
    ({ partial }) => (partial ? grace : maxAge),
    grace,
  );
  const backend = async (codes: string[], { signal }: AskOptions = {}) => {
    if (signal?.aborted) throw signal.reason;
    const opened = source(codes).then((one) => one.backend(codes));
    return untilStopped(opened, signal);
  };
  const keeping = { maxAge, grace, fetching };
  return {
    longest: longestOfFile,
    town: async (code, more) => (await backend([townCode(code)], more)).town(code, more),
    programs: async (codes, query, more) => (await backend(townCodes(codes), more)).programs(codes, query, more),
    program: async (code, id, more) => (await backend([townCode(code)], more)).program(code, id, more),
    ...lazyMembers(lazy(async () => (await import('./file-members.ts')).fileMembers(address, shards, keeping))),
    ...lazyFurusato(lazy(async () => (await import('./file-furusato.ts')).fileFurusato(address, keeping, onProblem))),
    ...lazyMatching(
      lazy(async () => (await import('./file-matching.ts')).fileMatching(address, keeping, backend, now)),
    ),
    links: {},
  };
}

/** For the webmaster who looks at the console; visitors see the programs that could be read. */
function warn(problem: Problem): void {
  console.warn('[kankei]', problem.detail, problem.errors ?? []);
}
