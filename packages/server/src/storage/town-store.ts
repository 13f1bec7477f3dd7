import type { Town } from '@kankei/core';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { readAtOnce } from './sqlite-dialect.ts';

/** Adds the town, or replaces its profile. `now`: the instant of the change. */
export async function saveTown(db: Database, town: Town, now: number): Promise<void> {
  const profile = JSON.stringify(town);
  await db
    .insertInto('town')
    .values({ code: town.code, profile, changed_at: now })
    .onConflict((conflict) =>
      conflict
        .column('code')
        .doUpdateSet((eb) => ({ profile, revision: eb('town.revision', '+', 1), changed_at: now }))
        .whereRef('town.profile', '<>', 'excluded.profile'),
    )
    .execute();
}

/** Marks that something about the town changed, but not its programs; returns the new revision. */
export async function touchTown(db: Database, code: string, now: number): Promise<number> {
  const row = await db
    .updateTable('town')
    .set((eb) => ({ revision: eb('revision', '+', 1), changed_at: now }))
    .where('code', '=', code)
    .returning('revision')
    .executeTakeFirst();
  return row?.revision ?? 0;
}

/** The same where programs came, went or became others. */
export async function touchPrograms(db: Database, code: string, now: number): Promise<void> {
  await db
    .updateTable('town')
    .set((eb) => ({
      revision: eb('revision', '+', 1),
      changed_at: now,
      shaped: eb('revision', '+', 1),
      shaped_at: now,
    }))
    .where('code', '=', code)
    .execute();
}

/** The town's profile; undefined when it is not here. */
export async function findTown(db: Database, code: string): Promise<Town | undefined> {
  const row = await db.selectFrom('town').select('profile').where('code', '=', code).executeTakeFirst();
  return row && JSON.parse(row.profile);
}

/** Every town, by code. */
export async function allTowns(db: Database): Promise<Town[]> {
  const rows = await db.selectFrom('town').select('profile').orderBy('code').execute();
  return rows.map(({ profile }) => JSON.parse(profile));
}

/** Every town with the number of its programs, by code. */
export async function listTowns(db: Database): Promise<{ town: Town; programs: number }[]> {
  const rows = await db
    .selectFrom('town')
    .select((eb) => [
      'town.profile',
      eb
        .selectFrom('program')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('program.town', '=', 'town.code')
        .where('program.withdrawn_at', 'is', null)
        .as('programs'),
    ])
    .orderBy('town.code')
    .execute();
  return rows.map(({ profile, programs }) => ({ town: JSON.parse(profile), programs: programs ?? 0 }));
}

/** What an answer about a town depends on beside the question: what was written, and how far time has come. */
export interface TownStamp {
  town: Town;
  revision: number;
  /** When something about it was last written, ms since 1970. */
  changedAt: number;
  /** The last instant at which one of its programs began, ended or stopped taking applications; 0 when none did. */
  settledAt: number;
}

/** Another text after everything that is written, by this process (`total_changes`) or another (`data_version`). */
export function readVersion(db: Database): string {
  const [others] = readAtOnce<{ data_version: number }>(db, 'pragma data_version');
  const [own] = readAtOnce<{ changes: number }>(db, 'select total_changes() as changes');
  return `${others!.data_version} ${own!.changes}`;
}

/** The stamps of the towns that are here, in the order of `codes`. */
export async function findStamps(db: Database, codes: readonly string[], now: number): Promise<TownStamp[]> {
  const rows = await db
    .selectFrom('town')
    .where('code', 'in', codes)
    .select((eb) => [
      'code',
      'profile',
      'revision',
      'changed_at as changedAt',
      eb
        .selectFrom('town_moment')
        .select((moment) => moment.fn.coalesce(moment.fn.max('at'), sql<number>`0`).as('at'))
        .whereRef('town_moment.town', '=', 'town.code')
        .where('at', '<=', now)
        .as('settledAt'),
    ])
    .execute();
  const stamps = rows.map(({ code, profile, settledAt, ...rest }): [string, TownStamp] => [
    code,
    { ...rest, town: JSON.parse(profile), settledAt: settledAt ?? 0 },
  ]);
  const byCode = new Map(stamps);
  return codes.flatMap((code) => byCode.get(code) ?? []);
}
