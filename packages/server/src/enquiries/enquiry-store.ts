import { type Answers, enquiryFields, type Field, type MatchProfile } from '@kankei/core';
import type { Selectable } from 'kysely';
import { dropLinks, findLink } from '../links/links.ts';
import { dropMails } from '../mail/person-mails.ts';
import { type Desk, findDesk } from '../matching/matching-store.ts';
import type { Database } from '../storage/database.ts';
import type { EnquiryTable } from '../storage/tables.ts';

/** An enquiry as it is kept, its answers read. */
export interface KeptEnquiry extends Omit<Selectable<EnquiryTable>, 'answers' | 'profile'> {
  answers: Answers;
  /** Empty where the person showed nothing of it. */
  profile: MatchProfile;
}

/** An enquiry together with the desk it was sent to. */
export interface Enquired extends Desk {
  enquiry: KeptEnquiry;
  /** What was asked, as it is asked now. */
  fields: Field[];
}

function read({ answers, profile, ...row }: Selectable<EnquiryTable>): KeptEnquiry {
  return { ...row, answers: JSON.parse(answers), profile: profile === null ? {} : JSON.parse(profile) };
}

/** The enquiry of a town's; undefined where that town has none of this id. */
export async function findEnquiry(db: Database, town: string, id: string): Promise<Enquired | undefined> {
  const row = await db
    .selectFrom('enquiry')
    .selectAll()
    .where('town', '=', town)
    .where('id', '=', id)
    .executeTakeFirst();
  const desk = row && (await findDesk(db, town));
  return desk && { ...desk, enquiry: read(row), fields: enquiryFields(desk.matching) };
}

/** The enquiry whose link from a mail carries the token; undefined when there is none (any more). */
export async function findEnquired(db: Database, token: string, now: number): Promise<Enquired | undefined> {
  const link = await findLink(db, token, 'enquiry', now);
  return link?.state === 'open' ? findEnquiry(db, link.town, link.subject) : undefined;
}

/** So many of the enquiries that are answered are listed. */
const mostListed = 200;

/** The enquiries of a town: all that wait for an answer, the longest first; then the others, the latest first. */
export async function listEnquiries(db: Database, town: string): Promise<KeptEnquiry[]> {
  const ofTown = db.selectFrom('enquiry').selectAll().where('town', '=', town);
  const open = await ofTown.where('state', '=', 'open').orderBy('created_at').orderBy('id').execute();
  const answered = await ofTown
    .where('state', '=', 'answered')
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(mostListed)
    .execute();
  return [...open, ...answered].map(read);
}

/** Deletes an enquiry with its links and the mails that are not on their way yet, in a transaction of the caller's. */
export async function removeEnquiry(db: Database, { town, id }: Pick<KeptEnquiry, 'town' | 'id'>): Promise<void> {
  await db.deleteFrom('enquiry').where('town', '=', town).where('id', '=', id).execute();
  await dropLinks(db, { town, subject: id });
  await dropMails(db, id);
}
