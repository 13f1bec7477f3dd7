import { type ApplicationState, type Program, programQuery } from '@kankei/core';
import type { Database } from '../storage/database.ts';
import { findBrought, placesLeft } from '../storage/program-places.ts';
import { findPrograms } from '../storage/program-search.ts';
import { countInterest } from './interests.ts';

/** A program with what has come in for it. */
export interface ProgramSummary {
  program: Program;
  /** People, not applications. */
  people: Partial<Record<ApplicationState, number>>;
  interested: number;
  /** Infinity where nobody counts. */
  left: number;
}

/** The programs of a town that somebody applied for or is interested in: those to come first, the soonest first. */
export async function listSummaries(db: Database, town: string, now: number): Promise<ProgramSummary[]> {
  const rows = await db
    .selectFrom('program')
    .select(['id', 'over_at', 'starts_at'])
    .where('town', '=', town)
    .where((eb) =>
      eb.or(
        (['application', 'interest'] as const).map((table) =>
          eb('id', 'in', eb.selectFrom(table).select('program').where('town', '=', town)),
        ),
      ),
    )
    .execute();
  const [coming, past] = [rows.filter(({ over_at }) => over_at > now), rows.filter(({ over_at }) => over_at <= now)];
  const ordered = [
    ...coming.sort((a, b) => a.starts_at - b.starts_at),
    ...past.sort((a, b) => b.over_at - a.over_at).slice(0, 100),
  ];
  const summaries: ProgramSummary[] = [];
  for (const { id } of ordered) {
    const program = await findBrought(db, town, id);
    if (program) summaries.push(await summarize(db, program));
  }
  return summaries;
}

async function summarize(db: Database, program: Program): Promise<ProgramSummary> {
  const { town, id } = program;
  const rows = await db
    .selectFrom('application')
    .select((eb) => ['state', eb.fn.sum<number>('party').as('people')])
    .where('town', '=', town)
    .where('program', '=', id)
    .groupBy('state')
    .execute();
  const people = Object.fromEntries(rows.map(({ state, people }) => [state, people]));
  return { program, people, interested: await countInterest(db, town, id), left: await placesLeft(db, program) };
}

/** Programs to come that have the words; some of them at most. */
export async function searchToCome(db: Database, town: string, words: string, now: number): Promise<Program[]> {
  const found: Program[] = [];
  for await (const program of findPrograms(db, [town], programQuery.parse({ q: words }), { now, most: 30 }))
    found.push(program);
  return found;
}
