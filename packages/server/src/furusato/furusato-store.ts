import { type DonationProject, type Furusato, furusato as furusatoSchema } from '@kankei/core';
import type { Database } from '../storage/database.ts';
import { touchTown } from '../storage/town-store.ts';

/** A project's figures as they were on a day, and when they were told. */
export type RecordedFigures = Pick<DonationProject, 'goal' | 'raised' | 'donors' | 'asOf'> & {
  /** ms since 1970. */
  recordedAt: number;
};

/**
 * Gives a town what it says of furusato nozei, or says it anew. Figures that changed join the history of their project;
 * those of earlier days stay there. Returns whether anything changed.
 */
export async function saveFurusato(db: Database, town: string, given: Furusato, now: number): Promise<boolean> {
  const parsed = furusatoSchema.parse(given);
  // The schema puts the keys in one order, so that profiles can be compared as texts.
  const profile = JSON.stringify(parsed);
  return db.transaction().execute(async (transaction) => {
    const saved = await transaction
      .insertInto('furusato')
      .values({ town, profile, changed_at: now })
      .onConflict((conflict) =>
        conflict
          .column('town')
          .doUpdateSet({ profile, changed_at: now })
          .whereRef('furusato.profile', '<>', 'excluded.profile'),
      )
      .returning('town')
      .executeTakeFirst();
    if (!saved) return false;
    for (const project of parsed.projects) await recordFigures(transaction, town, project, now);
    await touchTown(transaction, town, now);
    return true;
  });
}

/** As the town wrote it; undefined when it says nothing of furusato nozei, or is not here. */
export async function findFurusato(db: Database, town: string): Promise<Furusato | undefined> {
  const row = await db.selectFrom('furusato').select('profile').where('town', '=', town).executeTakeFirst();
  return row && JSON.parse(row.profile);
}

/** All figures a project ever had, the oldest day first; of one day in the order they were told. */
export async function figuresOf(db: Database, town: string, project: string): Promise<RecordedFigures[]> {
  const rows = await db
    .selectFrom('project_figures')
    .select(['goal', 'raised', 'donors', 'as_of', 'recorded_at'])
    .where('town', '=', town)
    .where('project', '=', project)
    .orderBy('as_of')
    .orderBy('recorded_at')
    .execute();
  return rows.map(({ as_of, recorded_at, donors, ...rest }) => ({
    ...rest,
    ...(donors === null ? {} : { donors }),
    asOf: as_of,
    recordedAt: recorded_at,
  }));
}

async function recordFigures(db: Database, town: string, project: DonationProject, now: number): Promise<void> {
  const { id, goal, raised, donors, asOf } = project;
  const last = (await figuresOf(db, town, id)).findLast((figures) => figures.asOf === asOf);
  if (last && last.goal === goal && last.raised === raised && last.donors === donors) return;
  const figures = { goal, raised, donors: donors ?? null };
  await db
    .insertInto('project_figures')
    .values({ town, project: id, as_of: asOf, ...figures, recorded_at: now })
    .onConflict((conflict) => conflict.columns(['town', 'project', 'as_of', 'recorded_at']).doUpdateSet(figures))
    .execute();
}
