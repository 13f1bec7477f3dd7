import { randomBytes } from 'node:crypto';
import { dayLength } from '@kankei/core';
import { makeLink } from '../links/links.ts';
import { applicationMail, type HostStep, hostMail, type Step } from '../mail/application-mails.ts';
import { mailKey } from '../mail/person-mails.ts';
import { queueMail } from '../mail/queue.ts';
import type { Database } from '../storage/database.ts';
import { countTaken } from '../storage/program-places.ts';
import { never } from '../storage/tables.ts';
import { type Applied, findPrivateFacts } from './application-store.ts';
import type { Recruiting } from './recruiting.ts';

export interface Options {
  publicUrl: string;
  /** ms since 1970. */
  now: number;
}

/** Tells an applicant what happened, in the transaction in which it does. */
export async function tell(
  db: Database,
  { recruiting, application }: Applied,
  step: Step,
  { publicUrl, now }: Options,
): Promise<void> {
  const { town, program } = recruiting;
  const { id, language, answers, party } = application;
  const url = await pressedUrl(db, { recruiting, application }, step, publicUrl);
  const key = mailKey(id, `${names[step.step]}.${now}`);
  const about = { key, to: String(answers.email), language, town, title: town.name };
  await queueMail(db, applicationMail(about, step, { program, party, url, now }), now);
}

/** What mails are called in their keys, which are of small letters. */
const names: Record<Step['step'], string> = {
  received: 'received',
  waiting: 'waiting',
  movedUp: 'moved-up',
  again: 'again',
  accepted: 'accepted',
  declined: 'declined',
  asked: 'asked',
  withdrawn: 'withdrawn',
  cancelled: 'cancelled',
  postponed: 'postponed',
  after: 'after',
};

/** For so long, in ms, a link to a host is good. */
const hostPatience = 180 * dayLength;

/** Asks the host how the day was, where the coordinator has named one. */
export async function askHost(db: Database, recruiting: Recruiting, { publicUrl, now }: Options): Promise<void> {
  const { town, program } = recruiting;
  const { hostEmail } = await findPrivateFacts(db, town.code, program.id);
  if (hostEmail === undefined) return;
  const url = await hostUrl(db, recruiting, 'feedback', { publicUrl, now });
  const key = mailKey('host', `${randomBytes(8).toString('hex')}.after.${now}`);
  const about = { key, to: hostEmail, language: 'ja', town, title: town.name };
  const party = await countTaken(db, town.code, program.id);
  await queueMail(db, hostMail(about, 'hostAfter', { program, party, url, now }), now);
}

/** A page of the host's own, by a new link. */
async function hostUrl(
  db: Database,
  { town, program }: Recruiting,
  purpose: 'host' | 'feedback',
  { publicUrl, now }: Options,
): Promise<string> {
  const subject = hostSubject(program.id);
  const token = await makeLink(db, { purpose, town: town.code, subject, expiresAt: now + hostPatience });
  return `${publicUrl}/${purpose}/${token}`;
}

/** The program whose host a link's subject names. */
export function hostProgram(subject: string): string | undefined {
  const prefix = hostSubject('');
  return subject.startsWith(prefix) ? subject.slice(prefix.length) : undefined;
}

/** Names a program's host in a link; an application's id has no point in it. */
export const hostSubject = (program: string) => `host.${program}`;

/** Tells the host, if the coordinator has named one; says nothing of who it is about. */
export async function tellHost(
  db: Database,
  { recruiting, application }: Applied,
  step: Exclude<HostStep, 'hostAfter'>,
  { publicUrl, now }: Options,
): Promise<void> {
  const { town, program } = recruiting;
  const { hostEmail } = await findPrivateFacts(db, town.code, program.id);
  if (hostEmail === undefined) return;
  const key = mailKey(application.id, `${step.toLowerCase()}.${now}`);
  const about = { key, to: hostEmail, language: 'ja', town, title: town.name };
  const url = await hostUrl(db, recruiting, 'host', { publicUrl, now });
  await queueMail(db, hostMail(about, step, { program, party: application.party, url, now }), now);
}

/** Where what is pressed leads: a page of the applicant's own, by a new link, or to other programs. */
async function pressedUrl(
  db: Database,
  { recruiting, application: { id, town } }: Applied,
  { step }: Step,
  publicUrl: string,
): Promise<string> {
  if (step === 'declined' || step === 'withdrawn' || step === 'cancelled') return programsUrl(recruiting, publicUrl);
  const purpose = step === 'after' ? 'feedback' : 'application';
  const token = await makeLink(db, { purpose, town, subject: id, expiresAt: never });
  return `${publicUrl}/${purpose}/${token}`;
}

function programsUrl({ town }: Applied['recruiting'], publicUrl: string): string {
  return town.programsUrl ?? `${publicUrl}/?town=${town.code}`;
}
