import { type DonationProject, type Furusato, furusato as furusatoSchema, type ProjectFigures } from '@kankei/core';
import type { Database } from '../storage/database.ts';
import { touchTown } from '../storage/town-store.ts';

/** A project's figures as they were on a day, and when they were told. */
export type RecordedFigures = Pick<DonationProject, 'goal' | 'raised' | 'donors' | 'asOf'> & {
  /** ms since 1970. */
  recordedAt: number;
};

/**
 * Gives a town what it says of furusato nozei, or says it anew. All figures join the history of their project; shown
 * are those of its latest day, so that an old file brings no old figures back. Returns whether anything changed.
 */
export async function saveFurusato(db: Database, town: string, given: Furusato, now: number): Promise<boolean> {
  const parsed = furusatoSchema.parse(given);
  return db.transaction().execute(async (transaction) => {
    await holdTown(transaction, town);
    let isNew = false;
    for (const project of parsed.projects) if (await recordFigures(transaction, town, project, now)) isNew = true;
    return (await keepProfile(transaction, town, parsed, now)) || isNew;
  });
}

/**
 * Adds figures to the history of the town's projects and shows those of the latest day; of one day, those that were told
 * last. A goal that is not given stays, a number of donors is then unknown. What is no project of the town's is passed
 * over. Returns whether anything changed. Throws when the profile would break its own rules: check it before.
 */
export async function saveFigures(
  db: Database,
  town: string,
  figures: readonly ProjectFigures[],
  now: number,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await holdTown(transaction, town);
    const profile = await findFurusato(transaction, town);
    let isNew = false;
    for (const one of figures) {
      const project = profile?.projects.find(({ id }) => id === one.id);
      if (project && (await recordFigures(transaction, town, { ...one, goal: one.goal ?? project.goal }, now)))
        isNew = true;
    }
    if (profile && isNew) await keepProfile(transaction, town, profile, now);
    return isNew;
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

/** A project with other figures. A number of donors of another day would not be true. */
export function withFigures(project: DonationProject, figures: Omit<ProjectFigures, 'id'>): DonationProject {
  const { donors: _, ...rest } = project;
  const { goal = project.goal, raised, donors, asOf } = figures;
  return { ...rest, goal, raised, ...(donors === undefined ? {} : { donors }), asOf };
}

/** A write that changes nothing, so that nobody else writes between what is read here and what is then written. */
async function holdTown(db: Database, town: string): Promise<void> {
  await db
    .updateTable('town')
    .set((eb) => ({ changed_at: eb.ref('changed_at') }))
    .where('code', '=', town)
    .execute();
}

/** Keeps the profile with the latest figures of its projects. Returns whether it is another than before. */
async function keepProfile(db: Database, town: string, given: Furusato, now: number): Promise<boolean> {
  const projects = [];
  for (const project of given.projects) {
    const latest = (await figuresOf(db, town, project.id)).at(-1);
    // What is of a day before a project began is of another one that had its name.
    const isItsOwn = latest !== undefined && (project.start === undefined || latest.asOf >= project.start);
    projects.push(isItsOwn ? withFigures(project, latest) : project);
  }
  // The schema puts the keys in one order, so that profiles can be compared as texts.
  const profile = JSON.stringify(furusatoSchema.parse({ ...given, projects }));
  const saved = await db
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
  if (saved) await touchTown(db, town, now);
  return saved !== undefined;
}

type Figures = Pick<DonationProject, 'id' | 'goal' | 'raised' | 'donors' | 'asOf'>;

/** Returns whether they are others than those told last of that day. */
async function recordFigures(db: Database, town: string, figures: Figures, now: number): Promise<boolean> {
  const { id, goal, raised, donors, asOf } = figures;
  const last = (await figuresOf(db, town, id)).findLast((known) => known.asOf === asOf);
  if (last && last.goal === goal && last.raised === raised && last.donors === donors) return false;
  const values = { goal, raised, donors: donors ?? null };
  await db
    .insertInto('project_figures')
    .values({ town, project: id, as_of: asOf, ...values, recorded_at: now })
    .onConflict((conflict) => conflict.columns(['town', 'project', 'as_of', 'recorded_at']).doUpdateSet(values))
    .execute();
  return true;
}
