import type { Kysely } from 'kysely';
import type { Tables } from '../storage/tables.ts';

/** What one process at a time does, and which. */
export interface Claimant {
  name: string;
  /** Names this process, or this part of it. */
  holder: string;
  /** For how long, in ms, it is taken; then another may. */
  length: number;
}

/** Takes a lease that nobody holds, or whose holder has not been heard of for its whole length; false when it is held. */
export async function takeLease(db: Kysely<Tables>, { name, holder, length }: Claimant, now: number): Promise<boolean> {
  const until = now + length;
  const taken = await db
    .insertInto('lease')
    .values({ name, holder, until })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder, until })
        // One that ends later than any can was written before the clock was set back.
        .where((eb) => eb.or([eb('lease.until', '<=', now), eb('lease.until', '>', until)])),
    )
    .returning('holder')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Holds a lease for longer; false when another has taken it meanwhile. */
export async function keepLease(db: Kysely<Tables>, { name, holder, length }: Claimant, now: number): Promise<boolean> {
  const kept = await db
    .updateTable('lease')
    .set({ until: now + length })
    .where('name', '=', name)
    .where('holder', '=', holder)
    .returning('name')
    .executeTakeFirst();
  return kept !== undefined;
}

/** Gives a lease back before its time. */
export async function endLease(db: Kysely<Tables>, { name, holder }: Claimant): Promise<void> {
  await db.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute();
}
