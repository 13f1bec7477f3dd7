import type { Kysely } from 'kysely';
import { addRow } from '../storage/add-row.ts';
import type { MailTable, Tables } from '../storage/tables.ts';
import { checkMail, type Mail } from './mail.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** For so long, in ms, a mail that cannot be delivered is tried again. */
export const patience = 3 * day;

/** How long, in ms, the key and times of a mail are kept after it was sent or given up. */
const memory = 30 * day;

/**
 * Queues a mail, in the transaction of what causes it: both are there afterwards, or neither. False when one with this
 * key was queued before, also when it is sent already. `now`: ms since 1970. Throws a MailError, which names the part
 * at fault. Wake the postman after the transaction; it finds the mail by itself a little later otherwise.
 */
export async function queueMail(db: Kysely<Tables>, mail: Mail, now: number): Promise<boolean> {
  const content = JSON.stringify(checkMail(mail));
  const row = { key: mail.key, state: 'queued' as const, content, attempts: 0, next_at: now, created_at: now };
  return addRow(db, 'mail', row);
}

/** True while there is a mail to deliver, or one that a postman left in the middle. */
export async function hasDueMail(db: Kysely<Tables>, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('mail')
    .select('key')
    .where((eb) => eb.or([eb('state', '=', 'sending'), eb.and([eb('state', '=', 'queued'), eb('next_at', '<=', now)])]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A mail in a postman's hands. */
export interface Claim {
  mail: Mail;
  /** Counted from 1. With the key it names the claim: a postman that lost it to another can no longer settle it. */
  attempt: number;
  createdAt: number;
}

/** Takes the mail that has been due for longest; undefined when none is. */
export async function claimMail(db: Kysely<Tables>, now: number): Promise<Claim | undefined> {
  const next = db
    .selectFrom('mail')
    .select('key')
    .where('state', '=', 'queued')
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(1);
  const row = await db
    .updateTable('mail')
    .set((eb) => ({ state: 'sending', attempts: eb('attempts', '+', 1) }))
    .where('key', '=', next)
    .where('state', '=', 'queued')
    .returning(['content', 'attempts', 'created_at'])
    .executeTakeFirst();
  return row && { mail: JSON.parse(row.content!), attempt: row.attempts, createdAt: row.created_at };
}

/** Puts the mails back that a postman who is gone had in its hands. */
export async function requeueAbandoned(db: Kysely<Tables>): Promise<void> {
  await db.updateTable('mail').set({ state: 'queued' }).where('state', '=', 'sending').execute();
}

/** What became of a delivery: done, never to be done, or to be tried again at an instant. */
export type Outcome = 'sent' | 'failed' | { again: number };

/** Writes down what became of a claim. Address and content go as soon as they are no longer needed. */
export async function settleMail(db: Kysely<Tables>, claim: Claim, outcome: Outcome, now: number): Promise<void> {
  const done: Partial<MailTable> =
    typeof outcome === 'string'
      ? { state: outcome, content: null, ended_at: now }
      : { state: 'queued', next_at: outcome.again };
  await db
    .updateTable('mail')
    .set(done)
    .where('key', '=', claim.mail.key)
    .where('state', '=', 'sending')
    .where('attempts', '=', claim.attempt)
    .execute();
}

/**
 * When to try again after the `attempt`th (from 1) failed: after one minute, then twice as long each time, at most six
 * hours. Undefined when the mail has been tried for `patience`.
 */
export function nextTry({ attempt, createdAt }: Pick<Claim, 'attempt' | 'createdAt'>, now: number): number | undefined {
  const again = now + Math.min(minute * 2 ** (attempt - 1), 6 * hour);
  return again - createdAt > patience ? undefined : again;
}

/** Forgets mails that were sent or given up long ago. */
export async function pruneMail(db: Kysely<Tables>, now: number): Promise<void> {
  await db
    .deleteFrom('mail')
    .where('state', 'in', ['sent', 'failed'])
    .where('ended_at', '<', now - memory)
    .execute();
}
