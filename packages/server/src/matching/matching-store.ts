import {
  type Fanclub,
  type Matching,
  matching as matchingSchema,
  type PrivacyNotice,
  type Taking,
  type Town,
  takings,
} from '@kankei/core';
import type { Database } from '../storage/database.ts';
import { saveProfile } from '../storage/profile-store.ts';
import { touchTown } from '../storage/town-store.ts';
import { keepNotice } from '../submissions/notices.ts';

/**
 * Gives a town what it says and asks where supporters and residents find each other, or says it anew. Returns whether
 * anything changed.
 */
export async function saveMatching(db: Database, town: string, matching: Matching, now: number): Promise<boolean> {
  // The schema puts the keys in one order, so that profiles can be compared as texts.
  const profile = JSON.stringify(matchingSchema.parse(matching));
  return db.transaction().execute(async (transaction) => {
    if (!(await saveProfile(transaction, 'matching', { town, profile, now }))) return false;
    if (matching.notice) await keepNotice(transaction, matching.notice);
    await touchTown(transaction, town, now);
    return true;
  });
}

/** As the town wrote it; undefined when it says nothing, or is not here. */
export async function findMatching(db: Database, town: string): Promise<Matching | undefined> {
  const row = await db.selectFrom('matching').select('profile').where('town', '=', town).executeTakeFirst();
  return row && JSON.parse(row.profile);
}

/** A town where people find each other, and what it takes in. */
export interface Desk {
  town: Town;
  /** Takes nothing in where the town says nothing. */
  matching: Matching;
  /** What stands beside the buttons; absent where the town has none, and takes nothing personal. */
  notice?: PrivacyNotice | undefined;
}

/** The desk of a town; undefined when the town is not here. */
export async function findDesk(db: Database, town: string): Promise<Desk | undefined> {
  const row = await db
    .selectFrom('town')
    .leftJoin('matching', 'matching.town', 'town.code')
    .leftJoin('fanclub', 'fanclub.town', 'town.code')
    .select(['town.profile as town', 'matching.profile as matching', 'fanclub.profile as fanclub'])
    .where('town.code', '=', town)
    .executeTakeFirst();
  if (!row) return undefined;
  const matching: Matching = row.matching === null ? { takes: [] } : JSON.parse(row.matching);
  const fanclub: Fanclub | undefined = row.fanclub === null ? undefined : JSON.parse(row.fanclub);
  return { town: JSON.parse(row.town), matching, notice: matching.notice ?? fanclub?.notice };
}

/** Whether a town takes such a thing in. Without a notice nothing that is personal. */
export function takes({ matching, notice }: Desk, taking: Taking): boolean {
  return (matching.takes ?? takings).includes(taking) && (taking === 'interest' || notice !== undefined);
}
