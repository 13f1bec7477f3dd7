import { dayAt, type Matching, toInstant } from '@kankei/core';
import { usualMonths } from '../applications/retention.ts';
import { addMonths } from '../card/make-card.ts';
import { dropLinks } from '../links/links.ts';
import { dropMails } from '../mail/person-mails.ts';
import type { Database } from '../storage/database.ts';
import { never } from '../storage/tables.ts';

/**
 * Deletes needs, so many months after they came; those that are published not before so many months after the last day
 * of their program, whose host is to be reached until then. The program itself stays. `now`: ms since 1970.
 */
export async function pruneNeeds(db: Database, now: number): Promise<void> {
  const towns = await db
    .selectFrom('need')
    .leftJoin('matching', 'matching.town', 'need.town')
    .select(['need.town', 'matching.profile'])
    .distinct()
    .execute();
  for (const { town, profile } of towns) {
    const matching: Matching = profile === null ? {} : JSON.parse(profile);
    const since = toInstant(addMonths(dayAt(now), -(matching.retentionMonths ?? usualMonths)));
    for (const id of await oldOnes(db, town, since))
      await db.transaction().execute((transaction) => removeNeed(transaction, { town, id }));
  }
}

/** Deletes a need with its links and the mails that are not on their way yet, in a transaction of the caller's. */
export async function removeNeed(db: Database, { town, id }: { town: string; id: string }): Promise<void> {
  await db.deleteFrom('need').where('town', '=', town).where('id', '=', id).execute();
  await dropLinks(db, { town, subject: id });
  await dropMails(db, id);
}

async function oldOnes(db: Database, town: string, since: number): Promise<string[]> {
  const rows = await db
    .selectFrom('need')
    .leftJoin('program', (join) =>
      join.onRef('program.town', '=', 'need.town').onRef('program.id', '=', 'need.program'),
    )
    .select('need.id')
    .where('need.town', '=', town)
    .where('need.created_at', '<', since)
    .where((eb) => {
      const overAt = eb.fn.coalesce('program.over_at', eb.lit(never));
      const undated = eb.and([eb(overAt, '=', never), eb('need.changed_at', '<', since)]);
      return eb.or([eb('need.state', '<>', 'published'), eb(overAt, '<', since), undated]);
    })
    .execute();
  return rows.map(({ id }) => id);
}
