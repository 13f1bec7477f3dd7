import { randomBytes } from 'node:crypto';
import { type Answers, dayLength, type Signup } from '@kankei/core';
import { makeLink } from '../links/links.ts';
import { alreadyMemberMail, confirmMail } from '../mail/member-mails.ts';
import { queueMail } from '../mail/queue.ts';
import { addRow } from '../storage/add-row.ts';
import type { Database } from '../storage/database.ts';
import { readAtOnce } from '../storage/sqlite-dialect.ts';
import { type MemberTable, never } from '../storage/tables.ts';
import { inVain } from '../submissions/in-vain.ts';
import type { Club } from './club.ts';
import { confirmUrl, letterAbout, memberUrl, unsubscribeUrl } from './letters.ts';

/** How long the link in the mail can be used and an unconfirmed signup is kept, in ms. */
export const signupPatience = 7 * dayLength;

/** So often, in ms, a member is mailed the card's link because somebody signed up with the address. */
const cardMailPause = 3600_000;

/** A signup that was found to be in order. */
export interface CheckedSignup extends Pick<Signup, 'language' | 'introducer' | 'source'> {
  club: Club;
  /** As they are kept, without the consent. */
  answers: Answers;
  /** The mail address as it is compared. */
  address: string;
}

/**
 * Takes a signup in, in a transaction of the caller's: it is kept until it is confirmed, and the mail for that is
 * queued. An address that is a member's gets a mail with the card's link instead; the answer is the same. `now`: ms
 * since 1970.
 */
export async function acceptSignup(
  db: Database,
  signup: CheckedSignup,
  { publicUrl, now }: { publicUrl: string; now: number },
): Promise<void> {
  const expiresAt = now + signupPatience;
  const [known] = readAtOnce<KnownMember>(db, knownQuery, signup.club.town.code, signup.address);
  if (!known) return keepSignup(db, signup, { publicUrl, now, expiresAt });
  const person = { id: known.id, language: known.language, answers: JSON.parse(known.answers) };
  const remind = () => remindMember(db, signup.club, person, { publicUrl, now });
  return known.card_mailed_at <= now - cardMailPause ? remind() : inVain(db, remind);
}

type KnownMember = Pick<MemberTable, 'id' | 'language' | 'answers' | 'card_mailed_at'>;
const knownQuery = 'select id, language, answers, card_mailed_at from member where town = ? and address = ?';

async function keepSignup(
  db: Database,
  signup: CheckedSignup,
  { publicUrl, now, expiresAt }: { publicUrl: string; now: number; expiresAt: number },
): Promise<void> {
  const { club, address, answers, language, introducer = null, source = null } = signup;
  const id = randomBytes(16).toString('hex');
  const town = club.town.code;
  const { notice } = club.fanclub;
  await addRow(db, 'signup', {
    id,
    town,
    address,
    answers: JSON.stringify(answers),
    language,
    notice_version: notice.version,
    notice_hash: club.noticeHash,
    consent_at: now,
    source,
    introducer,
    expires_at: expiresAt,
  });
  const token = await makeLink(db, { purpose: 'confirm', town, subject: id, expiresAt });
  const about = letterAbout(club, { id, language, answers }, 'confirm');
  const mail = confirmMail(about, {
    url: confirmUrl(publicUrl, token),
    validUntil: expiresAt,
    unsubscribeUrl: await unsubscribeUrl(db, publicUrl, id),
  });
  await queueMail(db, mail, now);
}

async function remindMember(
  db: Database,
  club: Club,
  person: { id: string; language: string; answers: Answers },
  { publicUrl, now }: { publicUrl: string; now: number },
): Promise<void> {
  const { id } = person;
  await db.updateTable('member').set({ card_mailed_at: now }).where('id', '=', id).execute();
  const token = await makeLink(db, { purpose: 'member', town: club.town.code, subject: id, expiresAt: never });
  const mail = alreadyMemberMail(letterAbout(club, person, `card.${now}`), {
    url: memberUrl(publicUrl, token),
    unsubscribeUrl: await unsubscribeUrl(db, publicUrl, id),
  });
  await queueMail(db, mail, now);
}
