import { dayAt, type Matching, toInstant } from '@kankei/core';
import { pruneLedger } from '../afterwards/ledger.ts';
import { addMonths } from '../card/make-card.ts';
import { dropLinks } from '../links/links.ts';
import { dropMails } from '../mail/person-mails.ts';
import type { Database } from '../storage/database.ts';
import { never } from '../storage/tables.ts';

/** Months after which applications and needs are deleted where the town says nothing. */
export const usualMonths = 12;

/**
 * Deletes applications, so many months after the last day of their program; of one without dates, after they last
 * changed. Likewise what was said of the day, and the ledger. `now`: ms since 1970.
 */
export async function pruneApplications(db: Database, now: number): Promise<void> {
  const towns = await db
    .selectFrom('town')
    .leftJoin('matching', 'matching.town', 'town.code')
    .select(['town.code as town', 'matching.profile'])
    .where((eb) =>
      eb.or(
        (['application', 'ledger', 'feedback', 'program_private'] as const).map((table) =>
          eb('town.code', 'in', eb.selectFrom(table).select('town')),
        ),
      ),
    )
    .execute();
  for (const { town, profile } of towns) {
    const matching: Matching = profile === null ? {} : JSON.parse(profile);
    const months = matching.retentionMonths ?? usualMonths;
    await pruneLedger(db, town, months, now);
    const since = toInstant(addMonths(dayAt(now), -months));
    // Who the hosts were, and what they said.
    await db
      .deleteFrom('program_private')
      .where('town', '=', town)
      .where('program', 'in', overSince(db, town, since))
      .execute();
    await db.deleteFrom('feedback').where('town', '=', town).where('given_at', '<', since).execute();
    for (const id of await oldOnes(db, town, since))
      await db.transaction().execute((transaction) => removeApplication(transaction, town, id));
  }
}

const overSince = (db: Database, town: string, since: number) =>
  db.selectFrom('program').select('id').where('town', '=', town).where('over_at', '<', since);

async function oldOnes(db: Database, town: string, since: number): Promise<string[]> {
  const rows = await db
    .selectFrom('application')
    .leftJoin('program', (join) =>
      join.onRef('program.town', '=', 'application.town').onRef('program.id', '=', 'application.program'),
    )
    .select('application.id')
    .where('application.town', '=', town)
    .where((eb) => {
      const overAt = eb.fn.coalesce('program.over_at', eb.lit(never));
      const dated = eb.and([eb(overAt, '<', never), eb(overAt, '<', since)]);
      return eb.or([dated, eb.and([eb(overAt, '=', never), eb('application.changed_at', '<', since)])]);
    })
    .execute();
  return rows.map(({ id }) => id);
}

/** Deletes an application with its links and the mails that are not on their way yet, in the caller's transaction. */
export async function removeApplication(db: Database, town: string, id: string): Promise<void> {
  await db.deleteFrom('application').where('id', '=', id).execute();
  await db.deleteFrom('feedback').where('town', '=', town).where('subject', '=', id).execute();
  await dropLinks(db, { town, subject: id });
  await dropMails(db, id);
}
