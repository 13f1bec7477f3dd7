import { type Answers, inLanguage } from '@kankei/core';
import { secretKeyOf } from '../links/secret.ts';
import { signUnsubscribe } from '../links/unsubscribe.ts';
import { mailKey } from '../mail/person-mails.ts';
import type { About } from '../mail/write-mail.ts';
import type { Database } from '../storage/database.ts';
import type { Club } from './club.ts';

/** Whom a mail is about: a signup or a member. */
export interface Person {
  id: string;
  language: string;
  answers: Answers;
}

/** What every mail to the person needs. `name` tells the mails of one person apart. */
export function letterAbout({ town, fanclub }: Club, { id, language, answers }: Person, name: string): About {
  const title = inLanguage(fanclub.title, language);
  const contact = inLanguage(fanclub.notice.contact, language);
  return { key: mailKey(id, name), to: String(answers.email), language, town, title, contact };
}

export const confirmUrl = (publicUrl: string, token: string) => `${publicUrl}/confirm/${token}`;
export const memberUrl = (publicUrl: string, token: string) => `${publicUrl}/member/${token}`;

/** The secret that signs the links that end newsletters. */
export const unsubscribeSecret = (db: Database) => secretKeyOf(db, 'unsubscribe');

/** Where one press ends the newsletter; also the one for a signup that is not confirmed yet: it is deleted then. */
export async function unsubscribeUrl(db: Database, publicUrl: string, id: string): Promise<string> {
  return `${publicUrl}/unsubscribe/${signUnsubscribe(await unsubscribeSecret(db), id)}`;
}
