import { createHash } from 'node:crypto';
import { type PrivacyNotice, privacyNotice } from '@kankei/core';
import type { Database } from '../storage/database.ts';

/** Names the notice as it stands; kept with every consent. */
export function hashOfNotice(notice: PrivacyNotice): string {
  return hashOf(noticeText(notice));
}

/** Keeps every notice that ever stood beside a button, as what somebody may have consented to. */
export async function keepNotice(db: Database, notice: PrivacyNotice): Promise<void> {
  const text = noticeText(notice);
  await db
    .insertInto('notice')
    .values({ hash: hashOf(text), text })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

/** The schema puts its keys in one order, so the same notice is the same text. */
const noticeText = (notice: PrivacyNotice) => JSON.stringify(privacyNotice.parse(notice));
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');
