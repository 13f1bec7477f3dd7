import { fanclub, makeProblem, ProblemError } from '@kankei/core';
import { untilStopped } from './abort.ts';
import type { MemberBackend } from './backend.ts';
import type { FetchOptions } from './get.ts';
import { keep } from './keep.ts';
import { postalLookup } from './postal.ts';
import { townCode } from './question.ts';
import { openProfiles } from './town-profiles.ts';

/** How files are fetched and, in milliseconds, how long they are kept: see `keep`. */
export interface FileKeeping {
  fetching: FetchOptions;
  maxAge: number;
  grace: number;
}

const part = { name: 'fanclub', schema: fanclub, missing: 'fanclub-not-found' } as const;

/** The part of `fileBackend` for fan clubs: what a `kankei.json` tells of them, and postal codes from a folder of shards. */
export function fileMembers(url: URL, shards: URL, { fetching, maxAge, grace }: FileKeeping): MemberBackend {
  const clubs = keep(
    () => openProfiles(url, fetching, part),
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
        clubs(undefined).then((clubOf) => clubOf(asked).profile),
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
