import { nextSession, type Program, sessionSpan } from '@kankei/core';
import type { Language } from '../pages/words.ts';
import { applicationWords } from './application-words.ts';
import type { Mail } from './mail.ts';
import type { Said } from './words.ts';
import { type About, days, inWords, times, wordsOf, writeMail } from './write-mail.ts';

/** What happened to an application, for the mail that says so. */
export type Step =
  | { step: 'received' | 'movedUp' | 'again' | 'withdrawn' | 'cancelled' | 'postponed' | 'after' }
  /** `position`: in the waiting list, from 1. */
  | { step: 'waiting'; position: number }
  /** `hasLink`: whether the page shows how to join online. */
  | { step: 'accepted'; message?: string | undefined; hasLink: boolean }
  | { step: 'declined' | 'asked'; message: string };

export interface StepOptions {
  program: Program;
  /** How many come. */
  party: number;
  /** Where what is pressed leads. */
  url: string;
  /** ms since 1970. */
  now: number;
}

/** To an applicant: what happened, with what staff or the host wrote. */
export function applicationMail(about: About, step: Step, { program, party, url, now }: StepOptions): Mail {
  const { language } = wordsOf(about);
  const say = applicationWords[language];
  const said = saidOf(step, program.title, language);
  const { message } = { message: undefined, ...step };
  const when = whenOf(program, language, now);
  const facts: [string, string][] = [
    ...(when ? [[say.when, when] as [string, string]] : []),
    [say.party, say.people(party)],
  ];
  const wrote = message ? [say.wrote, message] : [];
  const whole = { ...inNameOf(about, said), before: [...said.before, ...wrote] };
  return writeMail(about, whole, { url, facts });
}

export type HostStep = 'hostApplied' | 'hostReplied' | 'hostWithdrawn' | 'hostAfter';

/** To the host: that there is something to look at; nothing of who it is. */
export function hostMail(about: About, step: HostStep, { program, party, url }: StepOptions): Mail {
  const say = applicationWords[wordsOf(about).language];
  return writeMail(about, inNameOf(about, say[step](program.title)), { url, facts: [[say.party, say.people(party)]] });
}

function saidOf(step: Step, title: string, language: Language): Said {
  const say = applicationWords[language];
  if (step.step === 'waiting') return say.waiting(title, step.position);
  if (step.step === 'accepted') return say.accepted(title, step.hasLink);
  return say[step.step](title);
}

/** The subject begins with the town, which is who writes. */
function inNameOf({ title }: About, said: Said): Said {
  return { ...said, subject: `【${title}】${said.subject}` };
}

/** When a program next begins, or last began, in words; undefined without dates. `now`: ms since 1970. */
export function whenOf(program: Pick<Program, 'sessions'>, language: Language, now: number): string | undefined {
  const session = nextSession(program, now) ?? program.sessions.at(-1);
  return session && inWords(session.startTime ? times : days, sessionSpan(session).start, language);
}
