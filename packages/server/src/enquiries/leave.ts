import { randomBytes } from 'node:crypto';
import { type Answers, type Enquiry, enquiryFields, type Received } from '@kankei/core';
import { type Desk, noticeOf } from '../matching/matching-store.ts';
import { tellStaff } from '../staff/news.ts';
import type { Database } from '../storage/database.ts';
import { checkAnswers } from '../submissions/check-answers.ts';
import { hashOfNotice, keepNotice } from '../submissions/notices.ts';
import { findEnquiry } from './enquiry-store.ts';
import { type Options, tell } from './letters.ts';

/** An enquiry that was found to be in order. */
export interface CheckedEnquiry extends Pick<Enquiry, 'language' | 'source' | 'profile'> {
  desk: Desk;
  /** As they are kept, without the consent. */
  answers: Answers;
  /** The mail address as it is compared. */
  address: string;
}

/** Reads an enquiry as it is kept. Refuses one with faults (`invalid-body`), naming the fields. */
export function checkEnquiry(desk: Desk, sent: Enquiry, now: number): CheckedEnquiry {
  const asked = { fields: enquiryFields(desk.matching), noticeVersion: noticeOf(desk).version };
  const { language, source, profile } = sent;
  return { desk, ...checkAnswers(asked, sent, now), language, source, profile };
}

/**
 * Takes an enquiry in, in a transaction of the caller's; the mail that says what was left is queued with it. Who asks
 * again asks something else, so each is a new one.
 */
export async function acceptEnquiry(
  db: Database,
  { desk, answers, address, language, source, profile = {} }: CheckedEnquiry,
  options: Options,
): Promise<Received> {
  const { now } = options;
  const notice = noticeOf(desk);
  const id = randomBytes(16).toString('hex');
  await keepNotice(db, notice);
  await db
    .insertInto('enquiry')
    .values({
      id,
      town: desk.town.code,
      address,
      answers: JSON.stringify(answers),
      profile: Object.keys(profile).length ? JSON.stringify(profile) : null,
      language,
      notice_version: notice.version,
      notice_hash: hashOfNotice(notice),
      consent_at: now,
      source: source ?? null,
      state: 'open',
      reply: null,
      created_at: now,
      changed_at: now,
    })
    .execute();
  await tell(db, (await findEnquiry(db, desk.town.code, id))!, { step: 'received' }, options);
  await tellStaff(db, desk, 'enquiry', options);
  return { at: new Date(now).toISOString() };
}
