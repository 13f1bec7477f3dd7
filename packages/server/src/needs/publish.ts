import { randomBytes } from 'node:crypto';
import { type Answers, checkForm, dayAt, type FieldFault } from '@kankei/core';
import type { Database } from '../storage/database.ts';
import { saveProgram } from '../storage/program-store.ts';
import { editNeed } from './edit.ts';
import { type Options, tell } from './letters.ts';
import { findNeed, isUnconfirmed, type Needed, updateNeed } from './need-store.ts';
import { makeProgram, programFields } from './program-form.ts';

/**
 * What a coordinator can do with a need: keep what is done so far, publish it or correct what is published, decline it,
 * correct what the host told, ask the host once more to confirm the mail address.
 */
export const doings = ['save', 'publish', 'decline', 'edit', 'remind'] as const;
export type Doing = (typeof doings)[number];

export interface Deciding {
  /** Whose desk it is: needs of other towns are not found. */
  town: string;
  id: string;
  /** The need's `changed_at` as the coordinator saw it. */
  seen: number;
  doing: Doing;
  /** Of the program's form; of the host's where that is edited; else of no account. */
  answers: Answers;
  /** To the host; to decline needs words. */
  message: string;
}

/**
 * `late`: somebody was quicker, the host perhaps. `words`: there are none, or too many. `unconfirmed`: the host has not
 * said yet that the mail address is theirs.
 */
export type Decided = 'done' | 'late' | 'words' | 'unconfirmed' | { faults: FieldFault[] };

/** Does what a coordinator decided, in a transaction of the caller's, and tells the host. */
export async function decideNeed(db: Database, deciding: Deciding, options: Options): Promise<Decided> {
  const needed = await findNeed(db, deciding.town, deciding.id);
  if (!needed || needed.need.changed_at !== deciding.seen) return 'late';
  const { state } = needed.need;
  if (state !== 'draft' && (state !== 'published' || deciding.doing !== 'publish')) return 'late';
  return work[deciding.doing](db, needed, deciding, options);
}

const work: Record<Doing, (db: Database, needed: Needed, deciding: Deciding, options: Options) => Promise<Decided>> = {
  save: (db, needed, { answers }, options) => saveDraft(db, needed, answers, options),
  publish: (db, needed, { answers }, options) => publish(db, needed, answers, options),
  decline: (db, needed, { message }, options) => decline(db, needed, message, options),
  edit: (db, needed, { answers }, options) => editNeed(db, needed, answers, options),
  async remind(db, needed, _, options) {
    if (!isUnconfirmed(needed.need)) return 'late';
    await tell(db, needed, { step: 'received' }, options);
    return 'done';
  },
};

const longestMessage = 2000;

async function decline(db: Database, needed: Needed, typed: string, options: Options): Promise<Decided> {
  const message = typed.replace(/\r\n?/g, '\n').trim();
  if (!message || [...message].length > longestMessage) return 'words';
  await updateNeed(db, needed.need, { state: 'declined', message }, options.now);
  await tell(db, needed, { step: 'declined', message }, options);
  return 'done';
}

/** Keeps what is answered so far; what is missing may come later. */
async function saveDraft(db: Database, { need }: Needed, answers: Answers, { now }: Options): Promise<Decided> {
  const { values, faults } = checkForm(programFields({ need }, dayAt(now)), answers, dayAt(now));
  const wrong = faults.filter(({ code }) => code !== 'required');
  if (wrong.length) return { faults: wrong };
  await updateNeed(db, need, { completed: values, corrected: null }, now);
  return 'done';
}

/** Makes the program, or makes it anew; it is in all lists at once. */
async function publish(db: Database, needed: Needed, answers: Answers, options: Options): Promise<Decided> {
  const { need } = needed;
  if (isUnconfirmed(need)) return 'unconfirmed';
  const { now } = options;
  const id = need.program ?? `need-${randomBytes(6).toString('hex')}`;
  const made = makeProgram(needed, answers, { id, today: dayAt(now), now });
  if ('faults' in made) return made;
  const { program, values } = made;
  await saveProgram(db, program, { source: 'needs', now });
  await updateNeed(db, need, { completed: values, corrected: null, program: id, state: 'published' }, now);
  const { title, status } = program;
  if (need.state === 'draft') {
    await nameHost(db, needed, id);
    await tell(db, needed, { step: 'published', title }, options);
  } else if (status === 'cancelled' && need.completed?.status !== 'cancelled')
    await tell(db, needed, { step: 'cancelled', title }, options);
  return 'done';
}

/** Who asked for help is told of applications and can answer them; staff may name somebody else later. */
async function nameHost(db: Database, { need }: Needed, program: string): Promise<void> {
  if (need.address === null) return;
  await db
    .insertInto('program_private')
    .values({ town: need.town, program, join_url: null, join_note: null, host_email: String(need.answers.email) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
