import { makeProblem, ProblemError } from '@kankei/core';
import type { FurusatoBackend, MatchingBackend, MemberBackend } from './backend.ts';

/**
 * What `make` gives, made when it is first asked for, and again where making it failed. A part of the script that does
 * not load is a failure of the network like any other.
 */
export function lazy<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error instanceof ProblemError ? error : new ProblemError(makeProblem('network'), { cause: error });
    });
    return made;
  };
}

/** The questions of fan clubs, put to what `get` brings: a page with nothing but programs never loads it. */
export function lazyMembers(get: () => Promise<MemberBackend>): MemberBackend {
  return {
    proof: async (...question) => (await get()).proof(...question),
    // A form goes on without it, also where the code for it cannot be had.
    postal: (...question) =>
      get().then(
        (backend) => backend.postal(...question),
        () => undefined,
      ),
    fanclub: async (...question) => (await get()).fanclub(...question),
    join: async (...question) => (await get()).join(...question),
    memberCard: async (...question) => (await get()).memberCard(...question),
    cardKeys: async (...question) => (await get()).cardKeys(...question),
  };
}

/** The questions of furusato nozei, put to what `get` brings. */
export function lazyFurusato(get: () => Promise<FurusatoBackend>): FurusatoBackend {
  return { furusato: async (...question) => (await get()).furusato(...question) };
}

/** The questions of matching, put to what `get` brings. */
export function lazyMatching(get: () => Promise<MatchingBackend>): MatchingBackend {
  return {
    matching: async (...question) => (await get()).matching(...question),
    matches: async (...question) => (await get()).matches(...question),
    recruitment: async (...question) => (await get()).recruitment(...question),
    showInterest: async (...question) => (await get()).showInterest(...question),
    apply: async (...question) => (await get()).apply(...question),
    sendNeed: async (...question) => (await get()).sendNeed(...question),
    enquire: async (...question) => (await get()).enquire(...question),
  };
}
