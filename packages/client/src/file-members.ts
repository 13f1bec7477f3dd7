import { type Fanclub, fanclub, faultsOf, makeProblem, ProblemError } from '@kankei/core';
import { untilStopped } from './abort.ts';
import type { MemberBackend } from './backend.ts';
import type { FetchOptions } from './get.ts';
import { keep } from './keep.ts';
import { postalLookup } from './postal.ts';
import { fetchFile, fileProblem, kankeiFileAt } from './program-file.ts';
import { townCode } from './question.ts';

/** How files are fetched and, in milliseconds, how long they are kept: see `keep`. */
export interface FileKeeping {
  fetching: FetchOptions;
  maxAge: number;
  grace: number;
}

/** The part of `fileBackend` for fan clubs: what a `kankei.json` tells of them, and postal codes from a folder of shards. */
export function fileMembers(url: URL, shards: URL, { fetching, maxAge, grace }: FileKeeping): MemberBackend {
  const clubs = keep(
    () => openFanclubs(url, fetching),
    () => maxAge,
    grace,
  );
  return {
    // A town's own address or form checks what it is sent.
    proof: async () => undefined,
    postal: postalLookup((prefix) => new URL(`${prefix}.json`, shards), fetching),
    async fanclub(code, { signal } = {}) {
      if (signal?.aborted) throw signal.reason;
      const asked = townCode(code);
      return untilStopped(
        clubs(undefined).then((clubOf) => clubOf(asked)),
        signal,
      );
    },
    // Where a signup from files goes, `delivery` says; there is nobody here to take it.
    async join(code) {
      throw new ProblemError(makeProblem('fanclub-not-found', { detail: `${code}: no delivery is named` }));
    },
    // Only a server knows members, and keeps the key that signs their cards.
    async memberCard(code) {
      throw noCards(code);
    },
    async cardKeys(code) {
      throw noCards(code);
    },
  };
}

const noCards = (code: string) =>
  new ProblemError(makeProblem('not-found', { detail: `${townCode(code)}: files have no member cards, a server has` }));

/**
 * Fetches a `kankei.json` for its fan clubs alone: no list of programs is waited for. The result gives a town's own, or
 * throws: `town-not-found`, `fanclub-not-found`, or `bad-file` that names what in it cannot be read.
 */
async function openFanclubs(url: URL, fetching: FetchOptions): Promise<(code: string) => Fanclub> {
  const content = await fetchFile(url, fetching);
  const { towns } = kankeiFileAt(url, 'json' in content ? content.json : undefined);
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
