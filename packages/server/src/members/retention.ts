import { dayAt, dayLength, toInstant } from '@kankei/core';
import { addMonths } from '../card/make-card.ts';
import { makeLink } from '../links/links.ts';
import { stillThereMail } from '../mail/member-mails.ts';
import { queueMail } from '../mail/queue.ts';
import type { Database } from '../storage/database.ts';
import { never } from '../storage/tables.ts';
import { pruneRepeats } from '../submissions/repeats.ts';
import { removeMember } from './change.ts';
import { type Club, findClub } from './club.ts';
import { letterAbout, memberUrl, unsubscribeUrl } from './letters.ts';
import { findMember, type KeptMember } from './member-store.ts';

/** Deletes signups that nobody confirmed in time, new addresses likewise, and what requests had been answered. */
export async function pruneSignups(db: Database, now: number): Promise<void> {
  await db.deleteFrom('signup').where('expires_at', '<=', now).execute();
  await db.deleteFrom('address_change').where('expires_at', '<=', now).execute();
  await pruneRepeats(db, now);
}

/**
 * Ends memberships nobody has been heard of in for as long as the town keeps them (`retentionMonths`), a month after a
 * mail that asks. `now`: ms since 1970.
 */
export async function endSilentMemberships(db: Database, now: number, publicUrl: string): Promise<void> {
  const towns = await db.selectFrom('fanclub').select('town').execute();
  for (const { town } of towns) {
    const club = await findClub(db, town);
    const months = club?.fanclub.retentionMonths;
    if (!club || months === undefined) continue;
    for (const id of await silentMembers(db, town, months, now)) {
      const member = await findMember(db, id);
      if (!member) continue;
      if (member.warned_at === null) await askWhetherStill(db, { club, member, months, now, publicUrl });
      else if (dayAt(now) > lastDayOf(member, months, member.warned_at))
        await removeMember(db, { club, member }, { reason: 'unheard', now });
    }
  }
}

/** Members who are to be asked this day, or were asked already. */
async function silentMembers(db: Database, town: string, months: number, now: number): Promise<string[]> {
  const today = dayAt(now);
  const askFrom = (heardAt: number) => addMonths(dayAt(heardAt), months - 1);
  const rows = await db
    .selectFrom('member')
    .select(['id', 'heard_at', 'warned_at'])
    .where('town', '=', town)
    // Months differ by three days; who is asked which day is told below.
    .where('heard_at', '<', toInstant(addMonths(today, 1 - months)) + 4 * dayLength)
    .execute();
  return rows.filter((row) => row.warned_at !== null || askFrom(row.heard_at) <= today).map(({ id }) => id);
}

/** Never sooner than a month after the mail. */
function lastDayOf({ heard_at }: KeptMember, months: number, warnedAt: number): string {
  return [addMonths(dayAt(heard_at), months), addMonths(dayAt(warnedAt), 1)].sort().at(-1)!;
}

interface Asking {
  club: Club;
  member: KeptMember;
  months: number;
  now: number;
  publicUrl: string;
}

async function askWhetherStill(db: Database, { club, member, months, now, publicUrl }: Asking): Promise<void> {
  const { id, town } = member;
  await db.transaction().execute(async (transaction) => {
    await transaction.updateTable('member').set({ warned_at: now }).where('id', '=', id).execute();
    const token = await makeLink(transaction, { purpose: 'member', town, subject: id, expiresAt: never });
    const mail = stillThereMail(letterAbout(club, member, `still.${now}`), {
      url: memberUrl(publicUrl, token),
      deletedAt: toInstant(lastDayOf(member, months, now)),
      unsubscribeUrl: await unsubscribeUrl(transaction, publicUrl, id),
    });
    await queueMail(transaction, mail, now);
  });
}
