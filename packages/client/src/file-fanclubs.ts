import { type Fanclub, fanclub, faultsOf, kankeiFile, makeProblem, ProblemError } from '@kankei/core';
import type { FetchOptions } from './get.ts';
import { fetchFile, fileProblem } from './program-file.ts';

/**
 * Fetches a `kankei.json` for its fan clubs alone: no list of programs is waited for. The result gives a town's own, or
 * throws: `town-not-found`, `fanclub-not-found`, or `bad-file` that names what in it cannot be read.
 */
export async function openFanclubs(url: URL, fetching: FetchOptions): Promise<(code: string) => Fanclub> {
  const content = await fetchFile(url, fetching);
  const read = kankeiFile.safeParse('json' in content ? content.json : undefined);
  if (!read.success) throw fileProblem(url, 'not-a-kankei-file', faultsOf(read.error));
  const { towns } = read.data;
  return (code) => {
    const index = towns.findIndex((town) => town.code === code);
    const written = towns[index]?.fanclub;
    if (written === undefined)
      throw new ProblemError(makeProblem(index < 0 ? 'town-not-found' : 'fanclub-not-found', { detail: url.href }));
    const club = fanclub.safeParse(written);
    if (!club.success) throw fileProblem(url, 'unreadable', faultsOf(club.error, `towns.${index}.fanclub`));
    return club.data;
  };
}
