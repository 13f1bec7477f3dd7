import { startOfDay, type Town } from '@kankei/core';
import type { AnswerCache } from './http/answer-cache.ts';
import { makeTag, shortly, type Validity } from './http/conditional.ts';
import { refuse } from './http/problems.ts';
import type { Settings } from './settings.ts';
import type { Database } from './storage/database.ts';
import { findStamps } from './storage/town-store.ts';

/** What every route works with. */
export interface Context {
  db: Database;
  settings: Settings;
  /** ms since 1970, at the beginning of a minute: no date in the contract is finer, so neither is what is true. */
  now: () => number;
  /** Tells the answers of this start of the server from those of another, whose code may have been another. */
  start: string;
  /** Listings as they were last answered. */
  answers: AnswerCache;
}

/** The towns a question names, and what tells whether an answer about them is still good. */
export interface Asked {
  towns: Town[];
  now: number;
  /** When something about them was last written, ms since 1970. */
  changedAt: number;
  validity: Validity;
}

/**
 * Finds the towns of a question, in its order. Answers to the same question differ only when something was written,
 * when a program began, ended or stopped taking applications, or when a new day made "in three days" untrue.
 */
export async function askTowns(
  { db, now: clock, start }: Context,
  codes: readonly string[],
  url: string,
): Promise<Asked> {
  const now = clock();
  const stamps = await findStamps(db, codes, now);
  const missing = codes.find((code) => !stamps.some(({ town }) => town.code === code));
  if (missing !== undefined) refuse('town-not-found', { detail: missing });
  const { pathname, search } = new URL(url);
  const settledAt = Math.max(startOfDay(now), ...stamps.map((stamp) => stamp.settledAt));
  const revisions = stamps.map(({ revision }) => revision);
  return {
    towns: stamps.map(({ town }) => town),
    now,
    changedAt: Math.max(...stamps.map((stamp) => stamp.changedAt)),
    validity: { tag: makeTag(start, pathname, search, settledAt, ...revisions), cacheControl: shortly },
  };
}
