import { type Answers, checkForm, dayAt, type FieldFault, feedbackFields, type Program, type Town } from '@kankei/core';
import type { Selectable } from 'kysely';
import { findApplication } from '../applications/application-store.ts';
import { hostProgram } from '../applications/letters.ts';
import { findLink } from '../links/links.ts';
import type { Database } from '../storage/database.ts';
import { findBrought } from '../storage/program-places.ts';
import type { FeedbackTable } from '../storage/tables.ts';
import { findTown } from '../storage/town-store.ts';

/** Somebody who is asked how a program was. */
export interface Asked {
  town: Town;
  program: Program;
  side: FeedbackTable['side'];
  /** As `FeedbackTable`. */
  subject: string;
  language: string;
  /** What they said before; empty at first. */
  given: Answers;
}

/** Who is asked by the link of this token; undefined where nobody is (any more). `now`: ms since 1970. */
export async function findAsked(db: Database, token: string, now: number): Promise<Asked | undefined> {
  const link = await findLink(db, token, 'feedback', now);
  if (link?.state !== 'open') return undefined;
  const { town: code, subject } = link;
  const application = await findApplication(db, subject);
  const id = application?.program ?? hostProgram(subject);
  const town = await findTown(db, code);
  const program = id === undefined ? undefined : await findBrought(db, code, id);
  if (!town || !program) return undefined;
  const side = application ? 'guest' : 'host';
  const who = { side, subject: application?.id ?? program.id } as const;
  const [row] = await listFeedback(db, code, program.id, who);
  const given: Answers = row ? { good: row.good, again: row.again, message: row.message ?? '' } : {};
  return { town, program, ...who, language: application?.language ?? 'ja', given };
}

/** Keeps what somebody says, in place of what they said before, or says what is wrong with it. */
export async function saveFeedback(
  db: Database,
  { town, program, side, subject }: Asked,
  answers: Answers,
  now: number,
): Promise<FieldFault[]> {
  const { values, faults } = checkForm(feedbackFields, answers, dayAt(now));
  if (faults.length) return faults;
  const { good, again, message } = values;
  const row = {
    good: String(good),
    again: String(again),
    message: message === undefined ? null : String(message),
    given_at: now,
  };
  await db
    .insertInto('feedback')
    .values({ town: town.code, program: program.id, side, subject, ...row })
    .onConflict((conflict) => conflict.columns(['town', 'program', 'side', 'subject']).doUpdateSet(row))
    .execute();
  return [];
}

/** What was said of a program, by everybody or by one. */
export async function listFeedback(
  db: Database,
  town: string,
  program: string,
  by?: Pick<FeedbackTable, 'side' | 'subject'>,
): Promise<Selectable<FeedbackTable>[]> {
  const all = db
    .selectFrom('feedback')
    .selectAll()
    .where('town', '=', town)
    .where('program', '=', program)
    .orderBy('given_at');
  return (by ? all.where('side', '=', by.side).where('subject', '=', by.subject) : all).execute();
}
