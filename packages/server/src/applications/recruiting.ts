import {
  applicationFields,
  deadlineAt,
  type Field,
  isOpen,
  type Program,
  programState,
  type Recruitment,
  recruitment as recruitmentSchema,
  takesIn,
} from '@kankei/core';
import { findReport } from '../afterwards/reports.ts';
import { type Desk, findDesk } from '../matching/matching-store.ts';
import type { Database } from '../storage/database.ts';
import { findBrought, placesLeft } from '../storage/program-places.ts';
import { countInterest } from './interests.ts';

/** A program people apply for, and what they are asked. */
export interface Recruiting extends Desk {
  /** As its source brought it. */
  program: Program;
  /** How many may come with one application. */
  people: number;
  fields: Field[];
}

/** What a town sets for a program's applications. */
export type Setting = Pick<Recruitment, 'people' | 'questions'>;

/** What people are asked for a program, also one its source no longer names; undefined where it never was. */
export async function findRecruiting(db: Database, town: string, id: string): Promise<Recruiting | undefined> {
  const desk = await findDesk(db, town);
  const program = desk && (await findBrought(db, town, id));
  if (!desk || !program) return undefined;
  const setting = await findSetting(db, town, id);
  return { ...desk, program, people: setting.people, fields: applicationFields(setting, desk.matching) };
}

export async function findSetting(db: Database, town: string, program: string): Promise<Setting> {
  const row = await db
    .selectFrom('recruitment')
    .select(['people', 'questions'])
    .where('town', '=', town)
    .where('program', '=', program)
    .executeTakeFirst();
  const given = row && { people: row.people ?? undefined, questions: JSON.parse(row.questions) };
  const { people, questions } = recruitmentSchema.parse({ state: 'open', asOf: new Date(0).toISOString(), ...given });
  return { people, questions };
}

/** Whether one can apply now, for a place or for the waiting list. `left`: Infinity where nobody counts. */
export function recruitmentState(program: Program, left: number, now: number): Recruitment['state'] {
  const state = programState(Number.isFinite(left) ? { ...program, placesLeft: left } : program, now);
  if (isOpen(state)) return 'open';
  return state === 'full' ? 'waiting' : 'closed';
}

/** What everybody may know of a program's applications. `now`: ms since 1970. */
export async function toRecruitment(db: Database, recruiting: Recruiting, now: number): Promise<Recruitment> {
  const { program } = recruiting;
  const { town, id } = program;
  const left = await placesLeft(db, program);
  const until = deadlineAt(program);
  const report = await findReport(db, town, id);
  return {
    ...(await findSetting(db, town, id)),
    state: takesIn(recruiting.matching, 'application') ? recruitmentState(program, left, now) : 'closed',
    ...(Number.isFinite(left) && { placesLeft: left }),
    waiting: await countWaiting(db, program),
    interested: await countInterest(db, town, id),
    ...(report && { report }),
    ...(until !== undefined && { until: new Date(until).toISOString() }),
    asOf: new Date(now).toISOString(),
  };
}

/** How many applications wait for a place; with `before`, of those that arrived earlier. */
export async function countWaiting(
  db: Database,
  { town, id }: Program,
  before = Number.MAX_SAFE_INTEGER,
): Promise<number> {
  const { count } = await db
    .selectFrom('application')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('town', '=', town)
    .where('program', '=', id)
    .where('state', '=', 'waiting')
    .where('arrived', '<', before)
    .executeTakeFirstOrThrow();
  return count;
}
