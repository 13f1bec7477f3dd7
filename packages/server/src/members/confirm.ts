import { randomBytes } from 'node:crypto';
import { type Answers, dayAt, inLanguage } from '@kankei/core';
import type { Selectable } from 'kysely';
import { dropLinks, findLink, makeLink, type NewLink, useLink } from '../links/links.ts';
import { movedMail, welcomeMail } from '../mail/member-mails.ts';
import { dropMails } from '../mail/person-mails.ts';
import { queueMail } from '../mail/queue.ts';
import type { Database } from '../storage/database.ts';
import { type AddressChangeTable, never, type SignupTable } from '../storage/tables.ts';
import { type Club, findClub } from './club.ts';
import { letterAbout, memberUrl, unsubscribeUrl } from './letters.ts';
import { findMember, type KeptMember } from './member-store.ts';

export type Done = 'signup' | 'address' | 'again';

/** What a confirming link leads to. */
export type Confirmation =
  /** A press of the button will make a member, or take the new address. */
  | { state: 'open'; what: 'signup' | 'address'; club: Club; language: string }
  /**
   * It is done, at this press or (`again`) before; `token` opens the member's page, for a while after the first press.
   */
  | { state: 'done'; what: Done; club: Club; language: string; member: KeptMember; usedAt: number; token?: string }
  /** Too late. */
  | { state: 'expired'; what: 'signup' | 'address'; club: Club; language?: string }
  /** Another link was used for the same address, or the person left. */
  | { state: 'gone'; club: Club }
  /** We never gave it out, or long ago. */
  | { state: 'unknown' };

/** So long, in ms, a second press shows the way to the member's page like the first: a double click, a reload. */
const repeatPatience = 3600_000;

interface Options {
  publicUrl: string;
  /** ms since 1970. */
  now: number;
}

/** What the link is about; changes nothing. */
export async function lookAtConfirmation(db: Database, token: string, now: number): Promise<Confirmation> {
  const link = await findLink(db, token, 'confirm', now);
  const club = link && (await findClub(db, link.town));
  if (!link || !club) return { state: 'unknown' };
  const member = await findMember(db, link.subject);
  if (link.state === 'expired')
    return member
      ? { state: 'expired', what: 'address', club, language: member.language }
      : { state: 'expired', what: 'signup', club };
  if (member && link.usedAt !== null)
    return { state: 'done', what: 'again', club, language: member.language, member, usedAt: link.usedAt };
  const signup = await findSignup(db, link.subject);
  if (signup) return { state: 'open', what: 'signup', club, language: signup.language };
  const change = member && (await findChange(db, member.id));
  return change ? { state: 'open', what: 'address', club, language: member.language } : { state: 'gone', club };
}

/**
 * Uses the link: whoever signed up becomes a member with the town's next number, or the member's new address takes the
 * place of the old one; the mail that says so is queued with it. Pressed again, it says the same again. Belongs into a
 * transaction of the caller's.
 */
export async function confirm(db: Database, token: string, options: Options): Promise<Confirmation> {
  const link = await useLink(db, token, 'confirm', options.now);
  if (!link) return repeat(db, await lookAtConfirmation(db, token, options.now), options);
  const club = await findClub(db, link.town);
  if (!club) return { state: 'unknown' };
  const signup = await findSignup(db, link.subject);
  if (signup) return admit(db, club, signup, options);
  const change = await findChange(db, link.subject);
  return change ? takeAddress(db, club, change, options) : { state: 'gone', club };
}

async function repeat(db: Database, found: Confirmation, { now }: Options): Promise<Confirmation> {
  if (found.state !== 'done' || found.usedAt <= now - repeatPatience) return found;
  return { ...found, token: await makeMemberLink(db, found.member) };
}

async function findSignup(db: Database, id: string): Promise<Selectable<SignupTable> | undefined> {
  return db.selectFrom('signup').selectAll().where('id', '=', id).executeTakeFirst();
}

async function findChange(db: Database, member: string): Promise<Selectable<AddressChangeTable> | undefined> {
  return db.selectFrom('address_change').selectAll().where('member', '=', member).executeTakeFirst();
}

const makeMemberLink = (db: Database, { id, town }: { id: string; town: string }) =>
  makeLink(db, { purpose: 'member', town, subject: id, expiresAt: never } satisfies NewLink);

async function admit(
  db: Database,
  club: Club,
  signup: Selectable<SignupTable>,
  { publicUrl, now }: Options,
): Promise<Confirmation> {
  const { id, town, address, language } = signup;
  await dropSignups(db, town, address);
  const known = await findByAddress(db, town, address);
  // Meanwhile a member took the address for their own: whoever holds the link reads its mail, so this is that member.
  if (known) {
    const token = await makeMemberLink(db, known);
    return { state: 'done', what: 'again', club, language, member: known, usedAt: now, token };
  }
  await keepMember(db, signup, now);
  await countIntroduction(db, signup);
  const member = (await findMember(db, id))!;
  const token = await makeMemberLink(db, member);
  const { memberTitle } = club.fanclub;
  const mail = welcomeMail(letterAbout(club, member, 'welcome'), {
    number: member.number,
    name: String(member.answers.name),
    memberTitle: memberTitle && inLanguage(memberTitle, language),
    url: memberUrl(publicUrl, token),
    unsubscribeUrl: await unsubscribeUrl(db, publicUrl, id),
  });
  await queueMail(db, mail, now);
  return { state: 'done', what: 'signup', club, language, member, usedAt: now, token };
}

/** Signups of an address, with the mails about them that are not on their way yet. */
async function dropSignups(db: Database, town: string, address: string): Promise<void> {
  const dropped = await db
    .deleteFrom('signup')
    .where('town', '=', town)
    .where('address', '=', address)
    .returning('id')
    .execute();
  for (const { id } of dropped) await dropMails(db, id);
}

async function findByAddress(db: Database, town: string, address: string): Promise<KeptMember | undefined> {
  const row = await db
    .selectFrom('member')
    .select('id')
    .where('town', '=', town)
    .where('address', '=', address)
    .executeTakeFirst();
  return row && findMember(db, row.id);
}

async function keepMember(db: Database, signup: Selectable<SignupTable>, now: number): Promise<void> {
  const { introducer, expires_at, ...person } = signup;
  const answers: Answers = JSON.parse(person.answers);
  await db
    .insertInto('member')
    .values({
      ...person,
      number: await nextNumber(db, person.town),
      card_name: null,
      since: dayAt(now),
      confirmed_at: now,
      newsletter_at: answers.newsletter === true ? person.consent_at : null,
      introducer_code: randomBytes(6).toString('base64url'),
      heard_at: now,
      warned_at: null,
      // Whoever signs up again may have lost the welcome: the first such mail waits for nothing.
      card_mailed_at: 0,
    })
    .execute();
}

/** Counted in the transaction that gives the number out: one that fails leaves no gap. */
async function nextNumber(db: Database, town: string): Promise<number> {
  const { last_number } = await db
    .updateTable('fanclub')
    .set((eb) => ({ last_number: eb('last_number', '+', 1) }))
    .where('town', '=', town)
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return last_number;
}

async function countIntroduction(db: Database, { town, introducer }: Selectable<SignupTable>): Promise<void> {
  if (introducer === null) return;
  await db
    .updateTable('member')
    .set((eb) => ({ introduced: eb('introduced', '+', 1) }))
    .where('town', '=', town)
    .where('introducer_code', '=', introducer)
    .execute();
}

/** From now on mails go to the new address, and links that were sent to the old one open nothing. */
async function takeAddress(
  db: Database,
  club: Club,
  { member: id, address, email }: Selectable<AddressChangeTable>,
  { publicUrl, now }: Options,
): Promise<Confirmation> {
  await db.deleteFrom('address_change').where('member', '=', id).execute();
  const town = club.town.code;
  if (await findByAddress(db, town, address)) return { state: 'gone', club };
  const { answers } = (await findMember(db, id))!;
  await db
    .updateTable('member')
    .set({ address, answers: JSON.stringify({ ...answers, email }), heard_at: now, warned_at: null })
    .where('id', '=', id)
    .execute();
  await dropSignups(db, town, address);
  await dropLinks(db, { town, subject: id, purpose: 'member' });
  const member = (await findMember(db, id))!;
  const token = await makeMemberLink(db, member);
  const mail = movedMail(letterAbout(club, member, `moved.${now}`), {
    url: memberUrl(publicUrl, token),
    unsubscribeUrl: await unsubscribeUrl(db, publicUrl, id),
  });
  await queueMail(db, mail, now);
  return { state: 'done', what: 'address', club, language: member.language, member, usedAt: now, token };
}
