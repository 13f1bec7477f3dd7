import { hash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { addRow } from '../storage/add-row.ts';
import type { Tables } from '../storage/tables.ts';

/**
 * `confirm`: that an address is one's own, once. `member`, `application`, `need`, `enquiry`, `feedback`, `host`: to a page
 * for one person, as often as one likes.
 */
export type LinkPurpose = 'confirm' | 'member' | 'application' | 'need' | 'enquiry' | 'feedback' | 'host';

export interface NewLink {
  purpose: LinkPurpose;
  /** A municipality code. */
  town: string;
  /** The id of what the link is about, e.g. of a signup or a member. */
  subject: string;
  /** ms since 1970; `never` (storage/tables.ts) for one that stays good. */
  expiresAt: number;
}

export interface Link extends NewLink {
  state: 'open' | 'used' | 'expired';
  /** ms since 1970; null while it is not used. */
  usedAt: number | null;
}

/**
 * Makes a link and returns its token, 43 characters of base64url. The token is nowhere but in what this returns: of the
 * link only its SHA-256 is stored, so that who reads the database can open none.
 */
export async function makeLink(db: Kysely<Tables>, { purpose, town, subject, expiresAt }: NewLink): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await addRow(db, 'link', { hash: hashOf(token), purpose, town, subject, expires_at: expiresAt });
  return token;
}

/** What a token stands for, also when it is used or expired; undefined for one that was never given out or is gone. */
export async function findLink(
  db: Kysely<Tables>,
  token: string,
  purpose: LinkPurpose,
  now: number,
): Promise<Link | undefined> {
  if (!isToken(token)) return undefined;
  const row = await db
    .selectFrom('link')
    .select(['town', 'subject', 'expires_at', 'used_at'])
    .where('hash', '=', hashOf(token))
    .where('purpose', '=', purpose)
    .executeTakeFirst();
  if (!row) return undefined;
  const state = row.used_at !== null ? 'used' : row.expires_at <= now ? 'expired' : 'open';
  return { purpose, town: row.town, subject: row.subject, expiresAt: row.expires_at, state, usedAt: row.used_at };
}

/** Uses an open link up and returns it; undefined when it is not open, also when another request was quicker. */
export async function useLink(
  db: Kysely<Tables>,
  token: string,
  purpose: LinkPurpose,
  now: number,
): Promise<NewLink | undefined> {
  if (!isToken(token)) return undefined;
  const row = await db
    .updateTable('link')
    .set({ used_at: now })
    .where('hash', '=', hashOf(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['town', 'subject', 'expires_at'])
    .executeTakeFirst();
  return row && { purpose, town: row.town, subject: row.subject, expiresAt: row.expires_at };
}

/** Takes all links about a subject away, or those of one purpose. */
export async function dropLinks(
  db: Kysely<Tables>,
  { town, subject, purpose }: Pick<NewLink, 'town' | 'subject'> & { purpose?: LinkPurpose },
): Promise<void> {
  const all = db.deleteFrom('link').where('town', '=', town).where('subject', '=', subject);
  await (purpose ? all.where('purpose', '=', purpose) : all).execute();
}

/** How long, in ms, an expired link is kept, to be able to say that it expired. */
const memory = 30 * 24 * 3600_000;

/** Forgets links that expired long ago. */
export async function pruneLinks(db: Kysely<Tables>, now: number): Promise<void> {
  await db
    .deleteFrom('link')
    .where('expires_at', '<', now - memory)
    .execute();
}

function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** A token is 256 random bits: there is nothing to guess, so nothing slower is needed. */
function hashOf(token: string): string {
  return hash('sha256', token, 'base64url');
}
