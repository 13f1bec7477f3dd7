import { makeLink } from '../links/links.ts';
import { applicationMail, type HostStep, hostMail, type Step } from '../mail/application-mails.ts';
import { mailKey } from '../mail/person-mails.ts';
import { queueMail } from '../mail/queue.ts';
import type { Database } from '../storage/database.ts';
import { never } from '../storage/tables.ts';
import { type Applied, findPrivateFacts, type KeptApplication } from './application-store.ts';

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
  const isOver = step.step === 'declined' || step.step === 'withdrawn';
  const url = isOver ? programsUrl(recruiting, publicUrl) : await applicationUrl(db, publicUrl, application);
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
};

/** Tells the host, if the coordinator has named one; says nothing of who it is about. */
export async function tellHost(
  db: Database,
  { recruiting, application }: Applied,
  step: HostStep,
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

/** The applicant's own page, by a new link. */
async function applicationUrl(db: Database, publicUrl: string, { id, town }: KeptApplication): Promise<string> {
  const token = await makeLink(db, { purpose: 'application', town, subject: id, expiresAt: never });
  return `${publicUrl}/application/${token}`;
}

function programsUrl({ town }: Applied['recruiting'], publicUrl: string): string {
  return town.programsUrl ?? `${publicUrl}/?town=${town.code}`;
}
