import { makeLink } from '../links/links.ts';
import { type EnquiryStep, enquiryMail } from '../mail/enquiry-mails.ts';
import { mailKey } from '../mail/person-mails.ts';
import { queueMail } from '../mail/queue.ts';
import type { Database } from '../storage/database.ts';
import { never } from '../storage/tables.ts';
import type { Enquired } from './enquiry-store.ts';

export interface Options {
  publicUrl: string;
  /** ms since 1970. */
  now: number;
}

/** Tells who enquired what happened, in the transaction in which it does. */
export async function tell(
  db: Database,
  enquired: Enquired,
  step: EnquiryStep,
  { publicUrl, now }: Options,
): Promise<void> {
  const { enquiry, town } = enquired;
  const { id, language, answers } = enquiry;
  const token = await makeLink(db, { purpose: 'enquiry', town: town.code, subject: id, expiresAt: never });
  const key = mailKey(id, `${step.step}.${now}`);
  const about = { key, to: String(answers.email), language, town, title: town.name };
  await queueMail(db, enquiryMail(about, step, { ...enquired, url: `${publicUrl}/enquiry/${token}` }), now);
}
