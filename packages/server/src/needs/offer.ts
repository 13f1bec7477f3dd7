import { randomBytes } from 'node:crypto';
import { type Answers, type Need, needFields, type Received } from '@kankei/core';
import { type Desk, noticeOf } from '../matching/matching-store.ts';
import { tellStaff } from '../staff/news.ts';
import type { Database } from '../storage/database.ts';
import { checkReachable } from '../submissions/check-answers.ts';
import { hashOfNotice, keepNotice } from '../submissions/notices.ts';
import { type Options, tell } from './letters.ts';
import { findNeed } from './need-store.ts';

/** A need that was found to be in order. */
export interface CheckedNeed extends Pick<Need, 'language' | 'source'> {
  desk: Desk;
  /** As they are kept, without the consent. */
  answers: Answers;
  /** The mail address as it is compared; absent of who is reached by telephone. */
  address?: string;
}

/** Reads a need as it is kept. Refuses one with faults (`invalid-body`), naming the fields. */
export function checkNeed(desk: Desk, sent: Need, now: number): CheckedNeed {
  const asked = { fields: needFields(desk.matching), noticeVersion: noticeOf(desk).version };
  const { answers, address } = checkReachable(asked, sent, now);
  const { language, source } = sent;
  return { desk, answers, language, source, ...(address !== undefined && { address }) };
}

/**
 * Takes a need in as a draft, in a transaction of the caller's; the mail that says what was understood is queued with
 * it. One host may have several needs, so each is a new one.
 */
export async function acceptNeed(
  db: Database,
  { desk, answers, address, language, source }: CheckedNeed,
  options: Options,
): Promise<Received> {
  const { now } = options;
  const notice = noticeOf(desk);
  const id = randomBytes(16).toString('hex');
  await keepNotice(db, notice);
  await db
    .insertInto('need')
    .values({
      id,
      town: desk.town.code,
      address: address ?? null,
      answers: JSON.stringify(answers),
      language,
      notice_version: notice.version,
      notice_hash: hashOfNotice(notice),
      consent_at: now,
      source: source ?? null,
      state: 'draft',
      created_at: now,
      changed_at: now,
    })
    .execute();
  await tell(db, (await findNeed(db, desk.town.code, id))!, { step: 'received' }, options);
  await tellStaff(db, desk, 'need', options);
  return { at: new Date(now).toISOString() };
}
