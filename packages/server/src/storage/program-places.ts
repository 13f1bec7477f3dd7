import { applicationStates, holdsPlaces, type Program, program as programSchema, toItem } from '@kankei/core';
import type { Database } from './database.ts';
import { touchTown } from './town-store.ts';

const holdingStates = applicationStates.filter(holdsPlaces);

/**
 * The places that are to be given out here: those the source says are left, else all it has room for. Undefined where
 * nobody counts. What its source calls full is full.
 */
export function placesHere({ status, capacity, placesLeft }: Program): number | undefined {
  return status === 'full' ? 0 : (placesLeft ?? capacity);
}

/** The program as its source brought it; undefined when there is none. */
export async function findBrought(db: Database, town: string, id: string): Promise<Program | undefined> {
  const row = await db
    .selectFrom('program_document')
    .select(['document', 'brought'])
    .where('number', '=', numberOf(db, town, id))
    .executeTakeFirst();
  return row && JSON.parse(row.brought ?? row.document);
}

const numberOf = (db: Database, town: string, id: string) =>
  db.selectFrom('program').select('number').where('town', '=', town).where('id', '=', id);

/** How many places of a program applications take. */
export async function countTaken(db: Database, town: string, id: string): Promise<number> {
  const { taken } = await db
    .selectFrom('application')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('party'), eb.lit(0)).as('taken'))
    .where('town', '=', town)
    .where('program', '=', id)
    .where('state', 'in', holdingStates)
    .executeTakeFirstOrThrow();
  return taken;
}

/** The places left of a program; Infinity where nobody counts. */
export async function placesLeft(db: Database, program: Program): Promise<number> {
  const here = placesHere(program);
  if (here === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(0, here - (await countTaken(db, program.town, program.id)));
}

interface Counted {
  town: string;
  ids: readonly string[];
  /** ms since 1970. */
  now: number;
}

/**
 * Shows of those programs that somebody applied for how many places are left, in the transaction of what changed that:
 * in lists and details, and for all that keeps answers. What the source brought is kept beside, to be compared with
 * when it brings it again.
 */
export async function countPlaces(db: Database, { town, ids, now }: Counted): Promise<void> {
  const rows = await db
    .selectFrom('application')
    .select('program')
    .distinct()
    .where('town', '=', town)
    .where('program', 'in', ids)
    .execute();
  for (const { program } of rows) await showPlaces(db, { town, id: program, now });
}

async function showPlaces(db: Database, { town, id, now }: { town: string; id: string; now: number }): Promise<void> {
  const brought = await findBrought(db, town, id);
  if (!brought) return;
  const left = await placesLeft(db, brought);
  const shown = Number.isFinite(left) ? programSchema.parse({ ...brought, placesLeft: left }) : brought;
  const [document, source] = [shown, brought].map((one) => JSON.stringify(one));
  const changed = await db
    .updateTable('program_document')
    .set({ document: document!, item: JSON.stringify(toItem(shown)), brought: document === source ? null : source! })
    .where('number', '=', numberOf(db, town, id))
    .where('document', '<>', document!)
    .returning('number')
    .executeTakeFirst();
  if (!changed) return;
  const counted = await touchTown(db, town, now);
  await db
    .updateTable('program')
    .set({ places_left: shown.placesLeft ?? null, counted, changed_at: now })
    .where('town', '=', town)
    .where('id', '=', id)
    .execute();
}
