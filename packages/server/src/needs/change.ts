import { type Answers, checkForm, dayAt, type Field, type FieldFault } from '@kankei/core';
import { dropMails } from '../mail/person-mails.ts';
import type { Database } from '../storage/database.ts';
import type { Options } from './letters.ts';
import { findNeed, isUnconfirmed, type KeptNeed, type Needed, updateNeed } from './need-store.ts';

/** What happened to what a host asked for: it is done, it is too late for it, or something is wrong with it. */
export type Outcome = { done: true } | { done: false; faults: FieldFault[] };

const tooLate: Outcome = { done: false, faults: [] };

/** The consent stays as it was given, and so does where the link was sent to. */
const fixed: ReadonlySet<string> = new Set(['privacy', 'reach', 'tel', 'email']);

/** What a host may correct. */
export function correctableFields({ fields }: Needed): Field[] {
  return fields.filter(({ name }) => !fixed.has(name));
}

/** True while a host may still correct or withdraw a need. */
export function isCorrectable({ state }: KeptNeed): boolean {
  return state === 'draft';
}

/** Corrects a need, in a transaction of the caller's; what stood there before is kept for the coordinator to see. */
export async function correctNeed(
  db: Database,
  { town, id }: Pick<KeptNeed, 'town' | 'id'>,
  typed: Answers,
  { now }: Options,
): Promise<Outcome> {
  const needed = await findNeed(db, town, id);
  if (!needed || !isCorrectable(needed.need)) return tooLate;
  const { need, fields } = needed;
  const stays = Object.fromEntries(Object.entries(need.answers).filter(([name]) => fixed.has(name)));
  const all = checkForm(fields, { ...typed, ...stays, privacy: true }, dayAt(now));
  const faults = all.faults.filter(({ name }) => !fixed.has(name));
  if (faults.length) return { done: false, faults };
  const { privacy, ...values } = { ...all.values, ...stays };
  const corrected = beforeNow(need, values);
  if (!corrected) return confirmNeed(db, need, now);
  await updateNeed(db, need, { answers: values, corrected, confirmed_at: need.confirmed_at ?? now }, now);
  return { done: true };
}

/**
 * Notes that the host has seen what was understood and that the mail address is theirs, in a transaction of the
 * caller's. What is published or mailed further waits for it.
 */
export async function confirmNeed(
  db: Database,
  { town, id }: Pick<KeptNeed, 'town' | 'id'>,
  now: number,
): Promise<Outcome> {
  const needed = await findNeed(db, town, id);
  if (!needed || !isCorrectable(needed.need)) return tooLate;
  if (isUnconfirmed(needed.need)) await updateNeed(db, needed.need, { confirmed_at: now }, now);
  return { done: true };
}

/** The answers that are others now, as a coordinator last saw them; undefined where nothing is. */
function beforeNow({ answers, corrected }: KeptNeed, values: Answers): Answers | undefined {
  const names = [...new Set([...Object.keys(answers), ...Object.keys(values)])];
  const changed = names.filter((name) => JSON.stringify(answers[name]) !== JSON.stringify(values[name]));
  if (!changed.length) return undefined;
  return { ...Object.fromEntries(changed.map((name) => [name, answers[name] ?? ''])), ...corrected };
}

/** Takes a need back, in a transaction of the caller's. */
export async function withdrawNeed(
  db: Database,
  { town, id }: Pick<KeptNeed, 'town' | 'id'>,
  now: number,
): Promise<Outcome> {
  const needed = await findNeed(db, town, id);
  if (!needed || !isCorrectable(needed.need)) return tooLate;
  await updateNeed(db, needed.need, { state: 'withdrawn' }, now);
  await dropMails(db, id);
  return { done: true };
}
