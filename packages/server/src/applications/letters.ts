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
  after: 'after',
};

/** For so long, in ms, a host can answer. */
const hostPatience = 180 * dayLength;

/** Asks the host how the day was, where the coordinator has named one. */
export async function askHost(db: Database, recruiting: Recruiting, { publicUrl, now }: Options): Promise<void> {
  const { town, program } = recruiting;
  const { hostEmail } = await findPrivateFacts(db, town.code, program.id);
  if (hostEmail === undefined) return;
  const token = await makeLink(db, {
    purpose: 'feedback',
    town: town.code,
    subject: hostSubject(program.id),
    expiresAt: now + hostPatience,
  });
  const key = mailKey('host', `${randomBytes(8).toString('hex')}.after.${now}`);
  const about = { key, to: hostEmail, language: 'ja', town, title: town.name };
  const url = `${publicUrl}/feedback/${token}`;
  const party = await countTaken(db, town.code, program.id);
  await queueMail(db, hostMail(about, 'hostAfter', { program, party, url, now }), now);
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
  const url = `${publicUrl}/staff/applications/${program.id}`;
  await queueMail(db, hostMail(about, step, { program, party: application.party, url, now }), now);
}

/** Where what is pressed leads: a page of the applicant's own, by a new link, or to other programs. */
async function pressedUrl(
  db: Database,
  { recruiting, application: { id, town } }: Applied,
  { step }: Step,
  publicUrl: string,
): Promise<string> {
  if (step === 'declined' || step === 'withdrawn') return programsUrl(recruiting, publicUrl);
  const purpose = step === 'after' ? 'feedback' : 'application';
  const token = await makeLink(db, { purpose, town, subject: id, expiresAt: never });
  return `${publicUrl}/${purpose}/${token}`;
}

function programsUrl({ town }: Applied['recruiting'], publicUrl: string): string {
  return town.programsUrl ?? `${publicUrl}/?town=${town.code}`;
}
