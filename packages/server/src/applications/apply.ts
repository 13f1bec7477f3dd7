import { randomBytes } from 'node:crypto';
import { type Answers, type Application, type ApplicationReceived, dayAt, placesTaken } from '@kankei/core';
import { noteEvent } from '../afterwards/ledger.ts';
import { refuse } from '../http/problems.ts';
import { noticeOf } from '../matching/matching-store.ts';
import { tellStaff } from '../staff/news.ts';
import type { Database } from '../storage/database.ts';
import { countPlaces, placesLeft } from '../storage/program-places.ts';
import { checkAnswers } from '../submissions/check-answers.ts';
import { inVain } from '../submissions/in-vain.ts';
import { hashOfNotice, keepNotice } from '../submissions/notices.ts';
import { findApplication, type KeptApplication } from './application-store.ts';
import { type Options, tell, tellHost } from './letters.ts';
import { settle } from './move-up.ts';
import { countWaiting, findRecruiting, type Recruiting, recruitmentState } from './recruiting.ts';

/** So often, in ms, an applicant is mailed the page's link because somebody applied with the address again. */
const againPause = 3600_000;

/** An application that was found to be in order. */
export interface CheckedApplication extends Pick<Application, 'language' | 'source'> {
  recruiting: Recruiting;
  /** As they are kept, without the consent. */
  answers: Answers;
  /** The mail address as it is compared. */
  address: string;
}

/** Reads an application as it is kept. Refuses one with faults, and one that comes too late by the server's clock. */
export function checkApplication(recruiting: Recruiting, sent: Application, now: number): CheckedApplication {
  refuseClosed(recruiting, Number.POSITIVE_INFINITY, now);
  const asked = { fields: recruiting.fields, noticeVersion: noticeOf(recruiting).version };
  const { language, source } = sent;
  return { recruiting, ...checkAnswers(asked, sent, now), language, source };
}

/**
 * Takes an application in, in a transaction of the caller's: for a place as long as all of the party fit, else for the
 * waiting list; the mail that says so is queued with it. Who has applied before is mailed how that stands instead; the
 * answer is the same.
 */
export async function acceptApplication(
  db: Database,
  checked: CheckedApplication,
  options: Options,
): Promise<ApplicationReceived> {
  const { town, id } = checked.recruiting.program;
  // As they are now: an import may have changed them, and who waits goes first.
  const recruiting = await findRecruiting(db, town, id);
  if (!recruiting) refuse('program-not-found');
  await settle(db, recruiting, options);
  const left = await placesLeft(db, recruiting.program);
  const isOpen = refuseClosed(recruiting, left, options.now) === 'open' && placesTaken(checked.answers) <= left;
  const received: ApplicationReceived = isOpen
    ? { state: 'pending' }
    : { state: 'waiting', position: (await countWaiting(db, recruiting.program)) + 1 };
  const known = await findByAddress(db, recruiting, checked.address);
  if (known && known.state !== 'withdrawn') await remind(db, { recruiting, application: known }, options);
  else await keep(db, { ...checked, recruiting }, received, options, known?.id);
  return received;
}

function refuseClosed({ program }: Recruiting, left: number, now: number): 'open' | 'waiting' {
  const state = recruitmentState(program, left, now);
  return state === 'closed' ? refuse('recruitment-closed') : state;
}

async function findByAddress(
  db: Database,
  { program: { town, id } }: Recruiting,
  address: string,
): Promise<KeptApplication | undefined> {
  const row = await db
    .selectFrom('application')
    .select('id')
    .where('town', '=', town)
    .where('program', '=', id)
    .where('address', '=', address)
    .executeTakeFirst();
  return row && findApplication(db, row.id);
}

async function remind(
  db: Database,
  applied: { recruiting: Recruiting; application: KeptApplication },
  options: Options,
): Promise<void> {
  const { id, mailed_at } = applied.application;
  const write = async () => {
    await db.updateTable('application').set({ mailed_at: options.now }).where('id', '=', id).execute();
    await tell(db, applied, { step: 'again' }, options);
  };
  await (mailed_at <= options.now - againPause ? write() : inVain(db, write));
}

/** Keeps an application at the end of the order of arrival; one that was withdrawn takes up its row again. */
async function keep(
  db: Database,
  { recruiting, answers, address, language, source }: CheckedApplication,
  { state, position = 1 }: ApplicationReceived,
  options: Options,
  id: string = randomBytes(16).toString('hex'),
): Promise<void> {
  const { now } = options;
  const { program } = recruiting;
  const notice = noticeOf(recruiting);
  const row = {
    town: program.town,
    program: program.id,
    address,
    answers: JSON.stringify(answers),
    language,
    notice_version: notice.version,
    notice_hash: hashOfNotice(notice),
    consent_at: now,
    source: source ?? null,
    party: placesTaken(answers),
    state,
    arrived: await nextArrival(db, program.town, program.id),
    message: null,
    reply: null,
    mailed_at: now,
    created_at: now,
    changed_at: now,
  };
  await keepNotice(db, notice);
  await db
    .insertInto('application')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await noteEvent(db, { town: program.town, address, program: program.id, event: 'interest', day: dayAt(now) });
  const applied = { recruiting, application: (await findApplication(db, id))! };
  await tell(db, applied, state === 'waiting' ? { step: 'waiting', position } : { step: 'received' }, options);
  await tellHost(db, applied, 'hostApplied', options);
  await tellStaff(db, recruiting, 'application', options);
  await countPlaces(db, { town: program.town, ids: [program.id], now });
}

/** The number of who applies for a program next, from 1: the order of arrival. */
export async function nextArrival(db: Database, town: string, program: string): Promise<number> {
  const { last } = await db
    .selectFrom('application')
    .select((eb) => eb.fn.coalesce(eb.fn.max('arrived'), eb.lit(0)).as('last'))
    .where('town', '=', town)
    .where('program', '=', program)
    .executeTakeFirstOrThrow();
  return last + 1;
}
