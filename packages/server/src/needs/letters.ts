import { makeLink } from '../links/links.ts';
import { type NeedStep, needMail } from '../mail/need-mails.ts';
import { mailKey } from '../mail/person-mails.ts';
import { queueMail } from '../mail/queue.ts';
import type { Database } from '../storage/database.ts';
import { never } from '../storage/tables.ts';
import { isMailed, type Needed } from './need-store.ts';

export interface Options {
  publicUrl: string;
  /** ms since 1970. */
  now: number;
}

/**
 * Tells a host what happened, in the transaction in which it does; who is reached by telephone is told by staff. Nobody
 * is mailed more than once, and that how the need was understood, before they have said that the address is theirs.
 */
export async function tell(
  db: Database,
  { need, town, fields }: Needed,
  step: NeedStep,
  { publicUrl, now }: Options,
): Promise<void> {
  const { id, language, answers } = need;
  if (step.step === 'received' ? need.address === null : !isMailed(need)) return;
  const token = await makeLink(db, { purpose: 'need', town: town.code, subject: id, expiresAt: never });
  const key = mailKey(id, `${step.step}.${now}`);
  const about = { key, to: String(answers.email), language, town, title: town.name };
  await queueMail(db, needMail(about, step, { answers, fields, url: `${publicUrl}/need/${token}` }), now);
}
