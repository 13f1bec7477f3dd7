import { type Answers, checkForm, dayAt, type FieldFault, type Report, report, reportFields } from '@kankei/core';
import type { Database } from '../storage/database.ts';

interface Saving {
  town: string;
  program: string;
  answers: Answers;
  /** ms since 1970. */
  now: number;
}

/** Keeps what staff tell of a day of a program, in place of what was told of it before, or says what is wrong with it. */
export async function saveReport(db: Database, { town, program, answers, now }: Saving): Promise<FieldFault[]> {
  const { values, faults } = checkForm(reportFields, answers, dayAt(now));
  if (faults.length) return faults;
  const { day, ...told } = report.parse(values);
  // Of days to come there is nothing to tell.
  if (day > dayAt(now)) return [{ name: 'day', code: 'too-late' }];
  const row = { done: told.done, people: told.people ?? null, thanks: told.thanks ?? null, changed_at: now };
  await db
    .insertInto('report')
    .values({ town, program, day, ...row })
    .onConflict((conflict) => conflict.columns(['town', 'program', 'day']).doUpdateSet(row))
    .execute();
  return [];
}

/** What was told of the last day of a program; undefined where nothing was. */
export async function findReport(db: Database, town: string, program: string): Promise<Report | undefined> {
  const row = await db
    .selectFrom('report')
    .select(['day', 'done', 'people', 'thanks'])
    .where('town', '=', town)
    .where('program', '=', program)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { day, done, people, thanks } = row;
  return { day, done, ...(people !== null && { people }), ...(thanks !== null && { thanks }) };
}
