import { programState } from '@kankei/core';
import type { Database } from '../storage/database.ts';
import { countPlaces, placesLeft } from '../storage/program-places.ts';
import { findProgram } from '../storage/program-store.ts';
import { findApplication, listApplications } from './application-store.ts';
import { type Options, tell } from './letters.ts';
import { findRecruiting, type Recruiting } from './recruiting.ts';

/**
 * After something changed: whoever waits and fits now moves up, in the order of arrival; then the places that are left
 * are shown. Belongs into the transaction of the change. After it nobody waits who would fit.
 */
export async function settle(db: Database, recruiting: Recruiting, options: Options): Promise<void> {
  const { town, id } = recruiting.program;
  await moveUp(db, recruiting, options);
  await countPlaces(db, { town, ids: [id], now: options.now });
}

/** Nobody moves up to what is called off, over or gone; the deadline is for those who have not applied. */
async function moveUp(db: Database, recruiting: Recruiting, options: Options): Promise<void> {
  const { program } = recruiting;
  if (['cancelled', 'postponed', 'over'].includes(programState(program, options.now))) return;
  if (!(await findProgram(db, program.town, program.id))) return;
  let left = await placesLeft(db, program);
  if (left === 0) return;
  const waiting = (await listApplications(db, program.town, program.id)).filter(({ state }) => state === 'waiting');
  for (const application of waiting) {
    if (application.party > left) continue;
    left -= application.party;
    const { id } = application;
    await db
      .updateTable('application')
      .set({ state: 'pending', changed_at: options.now })
      .where('id', '=', id)
      .execute();
    await tell(db, { recruiting, application: (await findApplication(db, id))! }, { step: 'movedUp' }, options);
  }
}

/** Lets those move up for whom an import made room. */
export async function moveUpEverywhere(db: Database, options: Options): Promise<void> {
  const rows = await db
    .selectFrom('application')
    .select(['town', 'program'])
    .distinct()
    .where('state', '=', 'waiting')
    .execute();
  for (const { town, program } of rows)
    await db.transaction().execute(async (transaction) => {
      const recruiting = await findRecruiting(transaction, town, program);
      if (recruiting) await settle(transaction, recruiting, options);
    });
}
