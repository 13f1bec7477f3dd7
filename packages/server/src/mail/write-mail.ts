import { type Town, timeZone } from '@kankei/core';
import { type Language, readLanguage } from '../pages/words.ts';
import { readAddress } from './address.ts';
import type { Part } from './letter.ts';
import type { Mail } from './mail.ts';
import { mailWords, type Said } from './words.ts';

/** What every mail needs. */
export interface About {
  /** `Mail.key`: ids only, e.g. `confirm-<id of the signup>`. */
  key: string;
  to: string;
  /** A language tag; what we have no words for becomes Japanese. */
  language: string;
  town: Town;
  /** In whose name it is written, in that language: the fan club's title, or the town's name. */
  title: string;
  /** Whom to ask where the town itself names nobody. */
  contact?: string;
}

/** The language a mail is written in, and the words that every mail shares. */
export function wordsOf({ language: tag }: About) {
  const language = readLanguage(tag.split('-')[0]);
  return { language, say: mailWords[language] };
}

export interface More {
  /** Where what is pressed leads. */
  url?: string | undefined;
  /** What is worth knowing at a glance. */
  facts?: [name: string, value: string][];
  unsubscribeUrl?: string | undefined;
  unsubscribeLabel?: string;
}

/** Writes a mail: what it says, what can be pressed, who writes and whom to ask. */
export function writeMail(about: About, said: Said, { url, facts, unsubscribeUrl, unsubscribeLabel }: More): Mail {
  const { key, to, town, title } = about;
  const { language, say } = wordsOf(about);
  const { subject, before, press, after } = said;
  const parts: Part[] = [...before];
  if (facts) parts.push({ facts });
  if (press && url) parts.push({ press, url });
  const replyTo = readAddress(town.contact?.email ?? '');
  const from = title.includes(town.name) ? title : say.sender(title, town.name);
  const foot = [from, ...contactLines(about), replyTo ? say.answered : say.unanswered];
  const unsubscribe =
    unsubscribeUrl === undefined ? undefined : { label: unsubscribeLabel ?? say.unsubscribe, url: unsubscribeUrl };
  return { key, to, from, replyTo, letter: { language, subject, parts: [...parts, ...after], foot, unsubscribe } };
}

function contactLines(about: About): string[] {
  const { say } = wordsOf(about);
  const { town, contact } = about;
  if (!town.contact) return contact ? [contact] : [];
  const { name, phone, extension, email } = town.contact;
  return [name, phone && say.phone(phone, extension), email && say.email(email)].filter((line) => line !== undefined);
}

const aDay: Intl.DateTimeFormatOptions = { timeZone, month: 'long', day: 'numeric', weekday: 'short' };
const anHour: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' };

type Formats = (language: Language) => Intl.DateTimeFormat;

/** Each made once, when it is first needed: that takes longer than all the rest of a mail, and some megabytes. */
function formatsOf(options: Intl.DateTimeFormatOptions): Formats {
  const made: Partial<Record<Language, Intl.DateTimeFormat>> = {};
  return (language) => {
    made[language] ??= new Intl.DateTimeFormat(language, options);
    return made[language];
  };
}

/** A day and time in Japan, to the minute: 11月29日（日）12:04. */
export const times = formatsOf({ ...aDay, ...anHour });
/** A day in Japan: 2026年11月29日（日）. */
export const days = formatsOf({ ...aDay, year: 'numeric' });

/** Intl writes the day of the week in narrow brackets. */
export function inWords(formats: Formats, instant: number, language: Language): string {
  return formats(language)
    .format(instant)
    .replace(/ ?\((.)\) ?/, '（$1）');
}
