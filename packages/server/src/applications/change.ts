import {
  type Answers,
  type ApplicationState,
  checkForm,
  dayAt,
  type Field,
  type FieldFault,
  holdsPlaces,
  placesTaken,
  programState,
} from '@kankei/core';
import type { Database } from '../storage/database.ts';
import { placesLeft } from '../storage/program-places.ts';
import { type Applied, findApplication } from './application-store.ts';
import { type Options, tell, tellHost } from './letters.ts';
import { settle } from './move-up.ts';
import { findRecruiting } from './recruiting.ts';

/** What an applicant may still do with an application. */
export function isChangeable({ recruiting, application }: Applied, now: number): boolean {
  const isAlive = application.state !== 'withdrawn' && application.state !== 'declined';
  return isAlive && !['cancelled', 'over'].includes(programState(recruiting.program, now));
}

/**
 * What an applicant may correct: what was asked but for the consent, and for the mail address, by which nobody applies
 * twice. A party that has places can grow by those that are left.
 */
export async function changeableFields(db: Database, { recruiting, application }: Applied): Promise<Field[]> {
  const { program, people, fields } = recruiting;
  const left = await placesLeft(db, program);
  const most = holdsPlaces(application.state) ? Math.min(people, application.party + left) : people;
  // Nobody is sent home because fewer may come together by now.
  const max = Math.max(application.party, most);
  return fields
    .filter(({ name }) => name !== 'privacy' && name !== 'email')
    .map((field) => (field.name === 'people' ? { ...field, max } : field));
}

/** What happened to what somebody asked for: it is done, it is too late for it, or something is wrong with it. */
export type Outcome = { done: true } | { done: false; faults: FieldFault[] };

const tooLate: Outcome = { done: false, faults: [] };

/**
 * Corrects an application, in a transaction of the caller's. A party that grows is looked at again by the host; one that
 * shrinks makes room for those who wait.
 */
export async function changeApplication(
  db: Database,
  id: string,
  answers: Answers,
  options: Options,
): Promise<Outcome> {
  const applied = await findFresh(db, id);
  if (!applied || !isChangeable(applied, options.now)) return tooLate;
  const { application, recruiting } = applied;
  const fields = await changeableFields(db, applied);
  const { values, faults } = checkForm(fields, answers, dayAt(options.now));
  if (faults.length) return { done: false, faults };
  const party = fields.some(({ name }) => name === 'people') ? placesTaken(values) : application.party;
  const hasGrown = application.state === 'accepted' && party > application.party;
  const state: ApplicationState = hasGrown ? 'pending' : application.state;
  await db
    .updateTable('application')
    .set({
      answers: JSON.stringify({ ...values, email: application.answers.email }),
      party,
      state,
      changed_at: options.now,
    })
    .where('id', '=', id)
    .execute();
  await settle(db, recruiting, options);
  return { done: true };
}

/** Takes an application back, in a transaction of the caller's; the next who waits and fits moves up. */
export async function withdrawApplication(db: Database, id: string, options: Options): Promise<Outcome> {
  const applied = await findFresh(db, id);
  if (!applied || !isChangeable(applied, options.now)) return tooLate;
  await db
    .updateTable('application')
    .set({ state: 'withdrawn', message: null, changed_at: options.now })
    .where('id', '=', id)
    .execute();
  await tell(db, applied, { step: 'withdrawn' }, options);
  await tellHost(db, applied, 'hostWithdrawn', options);
  await settle(db, applied.recruiting, options);
  return { done: true };
}

/** The question of the reply's form. */
export const replyField: Field = { name: 'reply', kind: 'long-text', required: true, maxLength: 2000 };

/** Answers what was asked back, in a transaction of the caller's. */
export async function replyToHost(db: Database, id: string, answers: Answers, options: Options): Promise<Outcome> {
  const applied = await findFresh(db, id);
  if (applied?.application.state !== 'asked' || !isChangeable(applied, options.now)) return tooLate;
  const { values, faults } = checkForm([replyField], answers, dayAt(options.now));
  if (faults.length) return { done: false, faults };
  await db
    .updateTable('application')
    .set({ state: 'pending', reply: String(values.reply), changed_at: options.now })
    .where('id', '=', id)
    .execute();
  await tellHost(db, applied, 'hostReplied', options);
  return { done: true };
}

/** As it is now: another request may have been quicker. */
export async function findFresh(db: Database, id: string): Promise<Applied | undefined> {
  const application = await findApplication(db, id);
  const recruiting = application && (await findRecruiting(db, application.town, application.program));
  return recruiting && { recruiting, application };
}
