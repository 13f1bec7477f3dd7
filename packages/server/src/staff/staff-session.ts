import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Town } from '@kankei/core';
import type { Kysely } from 'kysely';
import type { Database } from '../storage/database.ts';
import type { Tables } from '../storage/tables.ts';

/** Somebody who has the staff desk of a town open. */
export interface StaffSession {
  /** The only town this session sees. */
  town: Town;
  /** Stands in every form of the desk, so that no other page can send one. */
  csrfToken: string;
}

const hour = 3600_000;

/** A session ends when nothing was done in it for so long, and when it is so old, in ms. */
const idleLimit = 8 * hour;
const ageLimit = 24 * hour;

/** That somebody is still there is written down so seldom, in ms. */
const seenEvery = 5 * 60_000;

/** Opens the desk of a town and returns what the cookie holds; stored is only its hash. */
export async function openStaffSession(db: Database, town: string, now: number): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await db
    .insertInto('staff_session')
    .values({ hash: hashOf(secret), town, opened_at: now, seen_at: now })
    .execute();
  return secret;
}

/** The session of a cookie; undefined when there is none, or it has ended. */
export async function findStaffSession(db: Database, secret: string, now: number): Promise<StaffSession | undefined> {
  const hash = hashOf(secret);
  const row = await db
    .selectFrom('staff_session')
    .innerJoin('town', 'town.code', 'staff_session.town')
    .select(['town.profile', 'seen_at'])
    .where('hash', '=', hash)
    .where('seen_at', '>', now - idleLimit)
    .where('opened_at', '>', now - ageLimit)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.seen_at <= now - seenEvery)
    await db.updateTable('staff_session').set({ seen_at: now }).where('hash', '=', hash).execute();
  const profile: Town = JSON.parse(row.profile);
  return { town: profile, csrfToken: csrfTokenOf(secret, profile.code) };
}

export async function closeStaffSession(db: Database, secret: string): Promise<void> {
  await db.deleteFrom('staff_session').where('hash', '=', hashOf(secret)).execute();
}

/** Forgets sessions that have ended. */
export async function pruneStaffSessions(db: Kysely<Tables>, now: number): Promise<void> {
  await db
    .deleteFrom('staff_session')
    .where((eb) => eb.or([eb('seen_at', '<=', now - idleLimit), eb('opened_at', '<=', now - ageLimit)]))
    .execute();
}

/** Whether a form was made for this session. */
export function isOwnForm({ csrfToken }: StaffSession, given: string): boolean {
  const [known, sent] = [csrfToken, given].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(known!, sent!);
}

/** Whether a form was made for the town of this session, be it for an older one. */
export function isOwnTownsForm({ town }: StaffSession, given: string): boolean {
  return given.startsWith(`${town.code}.`);
}

/** Follows from the cookie, which no script reads, and tells nothing of it. */
const csrfTokenOf = (secret: string, town: string) =>
  `${town}.${createHmac('sha256', secret).update('csrf').digest('base64url')}`;

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
