import type { Database } from './database.ts';

/** Tables that hold what a town says of one thing, one row a town. */
export type ProfileTable = 'fanclub' | 'furusato' | 'matching';

/**
 * Gives a town what it says of a thing, or says it anew; returns whether anything changed. `profile`: JSON that a schema
 * has put in order, so that texts can be compared. Belongs into a transaction that also marks the town as changed.
 */
export async function saveProfile(
  db: Database,
  table: ProfileTable,
  { town, profile, now }: { town: string; profile: string; now: number },
): Promise<boolean> {
  const saved = await db
    // What these tables have beside fills itself.
    .insertInto(table as 'matching')
    .values({ town, profile, changed_at: now })
    .onConflict((conflict) =>
      conflict
        .column('town')
        .doUpdateSet({ profile, changed_at: now })
        .whereRef(`${table as 'matching'}.profile`, '<>', 'excluded.profile'),
    )
    .returning('town')
    .executeTakeFirst();
  return saved !== undefined;
}
