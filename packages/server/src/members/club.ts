import {
  type Answers,
  type Fanclub,
  type Field,
  fanclubFields,
  fanclub as fanclubSchema,
  type Town,
} from '@kankei/core';
import { Kept } from '../kept.ts';
import type { Database } from '../storage/database.ts';
import { saveProfile } from '../storage/profile-store.ts';
import { readAtOnce } from '../storage/sqlite-dialect.ts';
import { touchTown } from '../storage/town-store.ts';
import { hashOfNotice, keepNotice } from '../submissions/notices.ts';

/** A town's fan club with all that is asked there. */
export interface Club {
  town: Town;
  fanclub: Fanclub;
  /** What a signup asks; a member is asked the same but for the consent. */
  fields: Field[];
  /** Names the notice as it stands now. */
  noticeHash: string;
}

/** Gives the town a fan club, or describes it anew; the numbers go on. Returns whether anything changed. */
export async function saveFanclub(db: Database, town: string, fanclub: Fanclub, now: number): Promise<boolean> {
  // The schema puts the keys in one order, so that profiles can be compared as texts.
  const profile = JSON.stringify(fanclubSchema.parse(fanclub));
  return db.transaction().execute(async (transaction) => {
    const saved = await saveProfile(transaction, 'fanclub', { town, profile, now });
    if (saved) {
      await keepNotice(transaction, fanclub.notice);
      await touchTown(transaction, town, now);
    }
    return saved;
  });
}

/** The profile as JSON; undefined when the town has no fan club, or is not here. */
export async function findProfile(db: Database, town: string): Promise<string | undefined> {
  const row = await db.selectFrom('fanclub').select('profile').where('town', '=', town).executeTakeFirst();
  return row?.profile;
}

/** The town's fan club; undefined when it has none, or is not here. */
export async function findClub(db: Database, town: string): Promise<Club | undefined> {
  const [row] = readAtOnce<{ town: string; fanclub: string }>(db, clubQuery, town);
  if (!row) return undefined;
  const text = `${row.town} ${row.fanclub}`;
  return read.get(text) ?? read.set(text, readClub(row));
}

const clubQuery = `select town.profile as town, fanclub.profile as fanclub
from fanclub join town on town.code = fanclub.town where fanclub.town = ?`;

/** The clubs that were read last, by the very texts they were read from. Nobody changes what is found here. */
const read = new Kept<Club>(100);

function readClub(row: { town: string; fanclub: string }): Club {
  const fanclub: Fanclub = JSON.parse(row.fanclub);
  const noticeHash = hashOfNotice(fanclub.notice);
  return { town: JSON.parse(row.town), fanclub, fields: fanclubFields(fanclub), noticeHash };
}

/** What a member may correct: the signup's fields without the consent, which was given once. */
export function memberFields({ fields }: Club): Field[] {
  return fields.filter(({ name }) => name !== 'privacy');
}

/** The id of the member's kind of membership; the only one where there is no choice. */
export function tierOf({ fanclub: { tiers } }: Club, answers: Answers): string | undefined {
  return typeof answers.tier === 'string' ? answers.tier : tiers.length === 1 ? tiers[0]!.id : undefined;
}
