import { type Answers, type Field, needFields } from '@kankei/core';
import type { Selectable } from 'kysely';
import { findLink } from '../links/links.ts';
import { type Desk, findDesk } from '../matching/matching-store.ts';
import type { Database } from '../storage/database.ts';
import type { NeedTable } from '../storage/tables.ts';

type Read = 'answers' | 'completed' | 'corrected';

/** A need as it is kept, its answers read. */
export interface KeptNeed extends Omit<Selectable<NeedTable>, Read> {
  answers: Answers;
  completed: Answers | null;
  corrected: Answers | null;
}

/** A need together with the desk it was sent to. */
export interface Needed extends Desk {
  need: KeptNeed;
  /** What the host was asked, as it is asked now. */
  fields: Field[];
}

function read({ answers, completed, corrected, ...row }: Selectable<NeedTable>): KeptNeed {
  const given = (text: string | null): Answers | null => (text === null ? null : JSON.parse(text));
  return { ...row, answers: JSON.parse(answers), completed: given(completed), corrected: given(corrected) };
}

/** True while nobody has said that the mail address is theirs. Who is reached by telephone has none to confirm. */
export function isUnconfirmed({ address, confirmed_at }: KeptNeed): boolean {
  return address !== null && confirmed_at === null;
}

/** Whether the host is told by mail what becomes of it. */
export function isMailed({ address, confirmed_at }: KeptNeed): boolean {
  return address !== null && confirmed_at !== null;
}

/** The need of a town's; undefined where that town has none of this id. */
export async function findNeed(db: Database, town: string, id: string): Promise<Needed | undefined> {
  const row = await db.selectFrom('need').selectAll().where('town', '=', town).where('id', '=', id).executeTakeFirst();
  const desk = row && (await findDesk(db, town));
  return desk && { ...desk, need: read(row), fields: needFields(desk.matching) };
}

/** The need whose link from a mail carries the token; undefined when there is none (any more). */
export async function findNeeded(db: Database, token: string, now: number): Promise<Needed | undefined> {
  const link = await findLink(db, token, 'need', now);
  return link?.state === 'open' ? findNeed(db, link.town, link.subject) : undefined;
}

/** So many of the needs that are done with are listed. */
const mostListed = 200;

/** The needs of a town: all drafts, those that wait longest first; then the others, the latest first. */
export async function listNeeds(db: Database, town: string): Promise<KeptNeed[]> {
  const ofTown = db.selectFrom('need').selectAll().where('town', '=', town);
  const drafts = await ofTown.where('state', '=', 'draft').orderBy('created_at').orderBy('id').execute();
  const others = await ofTown
    .where('state', '<>', 'draft')
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(mostListed)
    .execute();
  return [...drafts, ...others].map(read);
}

/** Changes a need, in a transaction of the caller's. */
export async function updateNeed(
  db: Database,
  { id, changed_at }: KeptNeed,
  { answers, completed, corrected, ...columns }: Partial<KeptNeed>,
  now: number,
): Promise<void> {
  const text = (given: Answers | null | undefined) => (given ? JSON.stringify(given) : given);
  const json = { answers: answers && JSON.stringify(answers), completed: text(completed), corrected: text(corrected) };
  const given = Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined));
  await db
    .updateTable('need')
    .set({ ...columns, ...given, changed_at: Math.max(now, changed_at + 1) })
    .where('id', '=', id)
    .execute();
}
