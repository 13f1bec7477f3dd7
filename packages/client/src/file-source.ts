import { type KankeiFile, makeProblem, type Problem, ProblemError, type Program } from '@kankei/core';
import type { ProgramBackend } from './backend.ts';
import type { FetchOptions } from './exchange.ts';
import { longestOfFile } from './longest.ts';
import { type MemoryPrograms, memoryPrograms } from './memory-programs.ts';
import { type Content, fetchFile, kankeiFileAt, readPrograms, tellsTowns } from './program-file.ts';
import { unitePrograms } from './unite-programs.ts';
import { webUrl } from './web-url.ts';

const longest = longestOfFile;

export interface SourceTools {
  fetching: FetchOptions;
  now: () => number;
  /** Told of what was left out while the rest is shown. */
  onProblem: (problem: Problem) => void;
  /** What was last read from each file, for when it cannot be read anew. */
  lastRead: Map<string, Program[]>;
}

/** Programs of files, to be asked for or to be had all at once. */
export type FilePrograms = ProgramBackend & Pick<MemoryPrograms, 'programsOf'>;

/** What stands at the address: it knows its towns (`kankei.json`), or is one list whose town is the one asked for. */
export interface Source {
  backend(codes: string[]): Promise<FilePrograms>;
  /** A file failed: worth another look soon. */
  partial: boolean;
}

/**
 * Fetches what stands at `url` and tells a `kankei.json` from a list by its name or by the towns in it. A list is read
 * for the towns at once, so that one that cannot be read fails here.
 */
export async function openSource(url: URL, codes: string[], tools: SourceTools): Promise<Source> {
  const content = await fetchFile(url, tools.fetching);
  if (!tellsTowns(url, content)) return openList(url, content, codes, tools);
  return openFolder(url, await kankeiFileAt(url, 'json' in content ? content.json : undefined), tools);
}

async function openFolder(url: URL, { towns, programs: files }: KankeiFile, tools: SourceTools): Promise<Source> {
  const known = new Set(towns.map(({ code }) => code));
  const failures: ProblemError[] = [];
  const readings = files.map(async ({ url: written, town, base = town.url }, index) => {
    const key = `${town.code} ${written}`;
    try {
      const address = webUrl(written, url.href, `${url.href}#programs.${index}.url`, 'bad-file');
      const content = await fetchFile(address, tools.fetching);
      const options = { town: town.code, base: base ?? address.href, onProblem: tools.onProblem };
      const programs = await readPrograms(address, content, options);
      // The file is this town's, whatever other code a row of it may carry.
      const owned = programs.map((program) => (known.has(program.town) ? program : { ...program, town: town.code }));
      tools.lastRead.set(key, owned);
      return owned;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      failures.push(error);
      return tools.lastRead.get(key) ?? [];
    }
  });
  const lists = await Promise.all(readings);
  if (files.length && failures.length === files.length) throw together(failures);
  for (const { problem } of failures) tools.onProblem(problem);
  const backend = memoryPrograms({ towns, programs: unitePrograms(lists), now: tools.now, longest });
  return { backend: async () => backend, partial: failures.length > 0 };
}

/**
 * One list of programs and nothing beside it: rows that name no town belong to the first that is asked for, and what a
 * town is called it cannot tell.
 */
async function openList(url: URL, content: Content, codes: string[], { now, onProblem }: SourceTools): Promise<Source> {
  const read = async (asked: string[]): Promise<FilePrograms> => {
    const programs = await readPrograms(url, content, { town: asked[0]!, base: url.href, onProblem });
    const named = programs.length ? programs.map(({ town }) => town) : asked;
    const towns = [...new Set(named)].map((code) => ({ code, name: code }));
    const town = async (code: string) => {
      throw new ProblemError(makeProblem('town-not-found', { detail: `${url.href} does not name ${code}` }));
    };
    return { ...memoryPrograms({ towns, programs: unitePrograms([programs]), now, longest }), town };
  };
  const backends = new Map([[codes.join(), read(codes)]]);
  await backends.get(codes.join());
  return {
    backend(asked) {
      const backend = backends.get(asked.join()) ?? read(asked);
      backends.set(asked.join(), backend);
      return backend;
    },
    partial: false,
  };
}

/** All failures as one: the first, with the places of all. */
function together(failures: ProblemError[]): ProblemError {
  const errors = failures.flatMap(
    ({ problem }) => problem.errors ?? [{ name: problem.detail ?? '', reason: problem.code }],
  );
  return new ProblemError({ ...failures[0]!.problem, errors }, { cause: failures[0] });
}
