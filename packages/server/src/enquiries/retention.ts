import { dayAt, type Matching, toInstant } from '@kankei/core';
import { usualMonths } from '../applications/retention.ts';
import { addMonths } from '../card/make-card.ts';
import type { Database } from '../storage/database.ts';
import { removeEnquiry } from './enquiry-store.ts';

/** Deletes enquiries, so many months after they came as their town says. `now`: ms since 1970. */
export async function pruneEnquiries(db: Database, now: number): Promise<void> {
  const towns = await db
    .selectFrom('enquiry')
    .leftJoin('matching', 'matching.town', 'enquiry.town')
    .select(['enquiry.town', 'matching.profile'])
    .distinct()
    .execute();
  for (const { town, profile } of towns) {
    const matching: Matching = profile === null ? {} : JSON.parse(profile);
    const since = toInstant(addMonths(dayAt(now), -(matching.retentionMonths ?? usualMonths)));
    const old = await db
      .selectFrom('enquiry')
      .select(['town', 'id'])
      .where('town', '=', town)
      .where('created_at', '<', since)
      .execute();
    for (const one of old) await db.transaction().execute((transaction) => removeEnquiry(transaction, one));
  }
}
