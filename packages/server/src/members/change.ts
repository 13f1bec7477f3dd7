import { type Answers, checkForm, dayAt, type FieldFault, type MemberChange, tidyAnswer } from '@kankei/core';
import { dropLinks, makeLink } from '../links/links.ts';
import { addressKey } from '../mail/address-key.ts';
import { addressMail, goodbyeMail } from '../mail/member-mails.ts';
import { dropMails } from '../mail/person-mails.ts';
import { queueMail } from '../mail/queue.ts';
import type { Database } from '../storage/database.ts';
import { memberFields } from './club.ts';
import { confirmUrl, letterAbout } from './letters.ts';
import { findMember, type Membership } from './member-store.ts';
import { signupPatience } from './signup.ts';

interface Options {
  publicUrl: string;
  /** ms since 1970. */
  now: number;
}

interface ChangeOptions extends Options {
  /** Is asked before a mail is written to a new address; rejects where there were too many. */
  mayAsk: (address: string) => Promise<void>;
}

/** The most characters (code points) of the name on a card. */
const longestCardName = 40;

/**
 * Corrects what is kept of a member: all answers as they now are, the name on cards, or both. A new mail address takes
 * effect when the link that is sent there is used; until then the old one stays. Returns what is wrong, else nothing;
 * rejects as `mayAsk` does.
 */
export async function changeMember(
  db: Database,
  { club, member }: Membership,
  change: MemberChange,
  { publicUrl, now, mayAsk }: ChangeOptions,
): Promise<FieldFault[]> {
  const { values, faults } = change.answers
    ? checkForm(memberFields(club), change.answers, dayAt(now))
    : { values: member.answers, faults: [] };
  const address = addressKey(values.email);
  if (!address && !faults.some(({ name }) => name === 'email')) faults.push({ name: 'email', code: 'email' });
  const cardName = tidyAnswer('text', change.cardName ?? '') || null;
  if ([...(cardName ?? '')].length > longestCardName) faults.push({ name: 'cardName', code: 'too-long' });
  if (faults.length || !address) return faults;
  if (change.answers && address !== member.address) await mayAsk(address);
  await db.transaction().execute(async (transaction) => {
    // As it is now: the newsletter may have been ended meanwhile, or the member have left.
    const fresh = await findMember(transaction, member.id);
    if (!fresh) return;
    const given = change.answers ? values : fresh.answers;
    const isMoving = change.answers !== undefined && address !== fresh.address;
    const answers = isMoving ? { ...given, email: fresh.answers.email! } : given;
    await transaction
      .updateTable('member')
      .set({
        answers: JSON.stringify(answers),
        card_name: change.cardName === undefined ? fresh.card_name : cardName,
        newsletter_at: answers.newsletter === true ? (fresh.newsletter_at ?? now) : null,
        heard_at: now,
        warned_at: null,
      })
      .where('id', '=', member.id)
      .execute();
    if (isMoving) await askNewAddress(transaction, { club, member }, { address, values }, { publicUrl, now });
  });
  return [];
}

/**
 * Asks the new address whether it is theirs. One that is another member's already is not written to, and so never takes
 * effect: nobody learns here who is a member.
 */
async function askNewAddress(
  db: Database,
  { club, member }: Membership,
  { address, values }: { address: string; values: Answers },
  { publicUrl, now }: Options,
): Promise<void> {
  const { id, town, language } = member;
  const expiresAt = now + signupPatience;
  await dropLinks(db, { town, subject: id, purpose: 'confirm' });
  const change = { address, email: String(values.email), expires_at: expiresAt };
  await db
    .insertInto('address_change')
    .values({ member: id, ...change })
    .onConflict((conflict) => conflict.column('member').doUpdateSet(change))
    .execute();
  const taken = await db
    .selectFrom('member')
    .select('id')
    .where('town', '=', town)
    .where('address', '=', address)
    .executeTakeFirst();
  if (taken) return;
  const token = await makeLink(db, { purpose: 'confirm', town, subject: id, expiresAt });
  const about = letterAbout(club, { id, language, answers: values }, `address.${now}`);
  await queueMail(db, addressMail(about, { url: confirmUrl(publicUrl, token), validUntil: expiresAt }), now);
}

/** The member is still there and wants to stay. */
export async function stay(db: Database, id: string, now: number): Promise<void> {
  await db.updateTable('member').set({ heard_at: now, warned_at: null }).where('id', '=', id).execute();
}

/** Begins or ends the newsletter for a member; notes when it was asked for. */
export async function setNewsletter(db: Database, id: string, wanted: boolean, now: number): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const found = await findMember(transaction, id);
    if (!found) return false;
    const { newsletter, ...answers } = found.answers;
    await transaction
      .updateTable('member')
      .set({
        answers: JSON.stringify(wanted ? { ...answers, newsletter: true } : answers),
        newsletter_at: wanted ? (found.newsletter_at ?? now) : null,
        heard_at: now,
        warned_at: null,
      })
      .where('id', '=', id)
      .execute();
    return true;
  });
}

/**
 * Ends the newsletter for a member. For a signup that is not confirmed yet it means: write to me no more, so it is
 * deleted. An id of nobody changes nothing.
 */
export async function unsubscribe(db: Database, id: string, now: number): Promise<void> {
  if (await setNewsletter(db, id, false, now)) return;
  await db.deleteFrom('signup').where('id', '=', id).execute();
}

/** Deletes all that is kept of a member but the number, which is never given again. `reason`: left, or not heard of. */
export async function removeMember(
  db: Database,
  { club, member }: Membership,
  { reason, now }: { reason: 'left' | 'unheard'; now: number },
): Promise<void> {
  const { id, town, number, since } = member;
  await db.transaction().execute(async (transaction) => {
    const gone = await transaction.deleteFrom('member').where('id', '=', id).returning('id').executeTakeFirst();
    if (!gone) return;
    await transaction
      .insertInto('retired_number')
      .values({ town, number, since, until: dayAt(now), reason })
      .execute();
    await dropLinks(transaction, { town, subject: id });
    await dropMails(transaction, id);
    await queueMail(transaction, goodbyeMail(letterAbout(club, member, 'goodbye'), { number }), now);
  });
}
