import { startOfDay, type Town } from '@kankei/core';
import type { Guard } from './bots/guard.ts';
import type { AnswerCache } from './http/answer-cache.ts';
import { makeTag, shortly, type Validity } from './http/conditional.ts';
import { refuse } from './http/problems.ts';
import type { Settings } from './settings.ts';
import type { Database } from './storage/database.ts';
import { findStamps, readVersion, type TownStamp } from './storage/town-store.ts';
import type { WriteQueue } from './storage/write-queue.ts';
import type { Repeats } from './submissions/repeats.ts';

/** What every route works with. */
export interface Context {
  db: Database;
  /** For what many may do at the same time. */
  writes: WriteQueue;
  settings: Settings;
  /** ms since 1970, at the beginning of a minute: no date in the contract is finer, so neither is what is true. */
  now: () => number;
  /** ms since 1970, exactly: for what is written down, and for limits. */
  clock: () => number;
  /** Tells the postman that a mail was queued; call it after the transaction. Without it the mail leaves a little later. */
  wakePostman: () => void;
  /** Keeps machines away from what people send. */
  guard: Guard;
  /** Does what is sent more than once but once. */
  repeats: Repeats;
  /** Tells the answers of this start of the server from those of another, whose code may have been another. */
  start: string;
  /** Listings as they were last answered. */
  answers: AnswerCache;
  /** Questions of this minute, as long as nothing is written. */
  asked: AskedOfLate;
}

/** The towns a question names, and what tells whether an answer about them is still good. */
export interface Asked {
  towns: Town[];
  now: number;
  /** When something about them was last written, ms since 1970. */
  changedAt: number;
  validity: Validity;
}

/** What was found for the addresses and towns asked of late, good for one minute and one version of the database. */
export interface AskedOfLate {
  good: string;
  byUrl: Map<string, Asked>;
  byTowns: Map<string, TownStamp[]>;
}

/** So many addresses are remembered; the longest that Node reads takes 16 kB. */
const rememberedUrls = 200;

/**
 * The towns an address asks for, remembered until the next minute or the next change of the database. `codes` may be
 * what reads them from the address; that is spared when the same address was asked of late.
 */
export async function askTowns(
  context: Context,
  codes: readonly string[] | (() => readonly string[]),
  url: string,
): Promise<Asked> {
  const { db, asked } = context;
  const now = context.now();
  const good = `${now} ${readVersion(db)}`;
  if (asked.good !== good || asked.byUrl.size >= rememberedUrls) {
    asked.good = good;
    asked.byUrl = new Map();
    asked.byTowns = new Map();
  }
  const { byUrl } = asked;
  const known = byUrl.get(url);
  if (known) return known;
  const found = await findAsked(context, typeof codes === 'function' ? codes() : codes, url, now);
  byUrl.set(url, found);
  return found;
}

/**
 * Finds the towns of a question, in its order. Answers to the same question differ only when something was written,
 * when a program began, ended or stopped taking applications, or when a new day made "in three days" untrue.
 */
async function findAsked(context: Context, codes: readonly string[], url: string, now: number): Promise<Asked> {
  const { byTowns } = context.asked;
  const stamps = byTowns.get(codes.join()) ?? (await findStamps(context.db, codes, now));
  const missing = codes.find((code) => !stamps.some(({ town }) => town.code === code));
  if (missing !== undefined) refuse('town-not-found', { detail: missing });
  byTowns.set(codes.join(), stamps);
  const { pathname, search } = new URL(url);
  const settledAt = Math.max(startOfDay(now), ...stamps.map((stamp) => stamp.settledAt));
  const revisions = stamps.map(({ revision }) => revision);
  return {
    towns: stamps.map(({ town }) => town),
    now,
    changedAt: Math.max(...stamps.map((stamp) => stamp.changedAt)),
    validity: { tag: makeTag(context.start, pathname, search, settledAt, ...revisions), cacheControl: shortly },
  };
}
