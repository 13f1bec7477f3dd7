import type { StaffNewsTable } from '../storage/tables.ts';
import type { Mail } from './mail.ts';
import { staffMailWords } from './staff-words.ts';
import { type About, wordsOf, writeMail } from './write-mail.ts';

/** To a town's staff: how many have come in, and the page of the desk where they stand. Nothing of who sent them. */
export function staffMail(
  about: About,
  kind: StaffNewsTable['kind'],
  { count, url }: { count: number; url: string },
): Mail {
  const said = staffMailWords[wordsOf(about).language](kind, count);
  return writeMail(about, { ...said, subject: `【${about.title}】${said.subject}` }, { url });
}
