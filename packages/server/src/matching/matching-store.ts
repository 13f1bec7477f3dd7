import {
  type Fanclub,
  type Matching,
  matching as matchingSchema,
  matchingWith,
  type PrivacyNotice,
  type Town,
} from '@kankei/core';
import { refuse } from '../http/problems.ts';
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
  /** As everybody is told it. */
  matching: Matching;
}

/** What stands beside the button; a town without one takes nothing that is personal. */
export function noticeOf({ matching, town }: Desk): PrivacyNotice {
  return matching.notice ?? refuse('not-taken', { detail: town.code });
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
  const read = <Profile>(text: string | null): Profile | undefined => (text === null ? undefined : JSON.parse(text));
  const matching = matchingWith(read<Matching>(row.matching), read<Fanclub>(row.fanclub));
  return { town: JSON.parse(row.town), matching };
}
