import { dayAt, dayLength, type PrivacyNotice, placesTaken } from '@kankei/core';
import { nextArrival } from './applications/apply.ts';
import { removeApplication } from './applications/retention.ts';
import { type DemoApplication, type DemoEnquiry, type DemoNeed, demoDesk } from './demo/desk.ts';
import { demoMatching, demoTown } from './demo/index.ts';
import { removeEnquiry } from './enquiries/enquiry-store.ts';
import { removeNeed } from './needs/retention.ts';
import type { Database } from './storage/database.ts';
import { countPlaces } from './storage/program-places.ts';
import { hashOfNotice, keepNotice } from './submissions/notices.ts';

const town = demoTown.code;
const notice: PrivacyNotice = demoMatching.notice!;

/**
 * Puts what came in for the made-up town onto its desk, dated as seen from `now` (ms since 1970). What somebody has dealt
 * with at the desk stays as it is. Nobody is mailed.
 */
export async function fillDemoDesk(db: Database, now: number): Promise<void> {
  const { needs, applications, enquiries, interests } = demoDesk(now);
  await db.transaction().execute(async (transaction) => {
    await keepNotice(transaction, notice);
    await clearUntouched(transaction);
    for (const one of needs) await addNeed(transaction, one, now);
    for (const one of enquiries) await addEnquiry(transaction, one, now);
    for (const one of applications.toSorted((a, b) => b.ago - a.ago)) await addApplication(transaction, one, now);
    await countPlaces(transaction, { town, ids: applications.map(({ program }) => program), now });
    await addInterests(transaction, interests, now);
  });
}

/** Takes what came in off the desk again, in a transaction of the caller's, with the programs that became of it. */
export async function clearDemoDesk(db: Database): Promise<void> {
  const needs = await db.selectFrom('need').select(['id', 'program']).where('id', 'like', mark).execute();
  for (const { id, program } of needs) {
    if (program !== null) {
      await db.deleteFrom('program').where('town', '=', town).where('id', '=', program).execute();
      for (const one of await ofProgram(db, program)) await removeApplication(db, town, one.id);
    }
    await removeNeed(db, { town, id });
  }
  const enquiries = await db.selectFrom('enquiry').select(['town', 'id']).where('id', 'like', mark).execute();
  for (const one of enquiries) await removeEnquiry(db, one);
}

const mark = 'demo-%';

const ofProgram = (db: Database, program: string) =>
  db.selectFrom('application').select('id').where('town', '=', town).where('program', '=', program).execute();

/** Whatever is done with a thing changes it after it came. */
async function clearUntouched(db: Database): Promise<void> {
  for (const table of ['need', 'enquiry', 'application'] as const)
    await db
      .deleteFrom(table)
      .where('id', 'like', mark)
      .where((eb) => eb('changed_at', '=', eb.ref('created_at')))
      .execute();
}

/** What is kept alike of all of them. */
function rowOf({ id, answers, ago }: DemoNeed | DemoApplication | DemoEnquiry, now: number) {
  const at = now - ago;
  return {
    id,
    town,
    answers: JSON.stringify(answers),
    language: 'ja',
    notice_version: notice.version,
    notice_hash: hashOfNotice(notice),
    consent_at: at,
    source: null,
    created_at: at,
    changed_at: at,
  };
}

async function addNeed(db: Database, need: DemoNeed, now: number): Promise<void> {
  const { email } = need.answers;
  const row = rowOf(need, now);
  const host = email === undefined ? { address: null } : { address: String(email), confirmed_at: row.created_at };
  const corrected = need.corrected ? JSON.stringify(need.corrected) : null;
  await db
    .insertInto('need')
    .values({ ...row, ...host, state: 'draft', completed: null, program: null, message: null, corrected })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function addEnquiry(db: Database, enquiry: DemoEnquiry, now: number): Promise<void> {
  const { answers, profile, reply = null } = enquiry;
  const state = reply === null ? 'open' : 'answered';
  await db
    .insertInto('enquiry')
    .values({
      ...rowOf(enquiry, now),
      address: String(answers.email),
      profile: Object.keys(profile).length ? JSON.stringify(profile) : null,
      state,
      reply,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function addApplication(db: Database, application: DemoApplication, now: number): Promise<void> {
  const { program, state, answers, message = null } = application;
  const row = rowOf(application, now);
  await db
    .insertInto('application')
    .values({
      ...row,
      address: String(answers.email),
      program,
      party: placesTaken(answers),
      state,
      arrived: await nextArrival(db, town, program),
      message,
      reply: null,
      mailed_at: row.created_at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Once: a number that grew every day would be no interest. */
async function addInterests(db: Database, interests: Record<string, number>, now: number): Promise<void> {
  for (const [program, count] of Object.entries(interests)) {
    const known = await db
      .selectFrom('interest')
      .select('day')
      .where('town', '=', town)
      .where('program', '=', program)
      .executeTakeFirst();
    if (known) continue;
    await db
      .insertInto('interest')
      .values({ town, program, day: dayAt(now - dayLength), count })
      .execute();
  }
}
