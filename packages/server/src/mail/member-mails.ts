import { type Town, timeZone } from '@kankei/core';
import { type Language, readLanguage } from '../pages/words.ts';
import { readAddress } from './address.ts';
import { type Letter, letterHtml, letterText, type Part } from './letter.ts';
import type { Mail } from './mail.ts';
import { mailWords, type Said } from './words.ts';

/** What every mail of a fan club needs. */
export interface About {
  /** `Mail.key`: ids only, e.g. `confirm-<id of the signup>`. */
  key: string;
  to: string;
  /** A language tag; what we have no words for becomes Japanese. */
  language: string;
  town: Town;
  /** The fan club's, in that language. */
  title: string;
}

/**
 * To somebody who signed up: a page to press a button on, good until `validUntil` (ms since 1970). `unsubscribeUrl`
 * withdraws the signup.
 */
export function confirmMail(
  about: About,
  { validUntil, ...more }: { url: string; validUntil: number; unsubscribeUrl?: string | undefined },
): Mail {
  const { language, say } = wordsOf(about);
  const said = say.confirm(about.title, inWords(times, validUntil, language));
  return write(about, said, { ...more, unsubscribeLabel: say.withdraw });
}

/** To a new member: the number, and the page of the card. */
export function welcomeMail(
  about: About,
  more: {
    number: number;
    /** The member's own page. */
    url: string;
    name?: string | undefined;
    /** What members are called. */
    memberTitle?: string | undefined;
    unsubscribeUrl?: string | undefined;
  },
): Mail {
  const { say } = wordsOf(about);
  const said = say.welcome(about.title, more.memberTitle);
  if (more.name) said.before.unshift(say.dear(more.name));
  return write(about, said, { ...more, facts: [[say.number, String(more.number)]] });
}

/** To a member who signed up once more: the page of the card, instead of a refusal that others could read. */
export function alreadyMemberMail(about: About, more: { url: string; unsubscribeUrl?: string | undefined }): Mail {
  return write(about, wordsOf(about).say.already(about.title), more);
}

/** To somebody who has left, the last mail. */
export function goodbyeMail(about: About, { number }: { number: number }): Mail {
  return write(about, wordsOf(about).say.goodbye(about.title, about.town.name, String(number)), {});
}

/** To the new address of a member who changed it: a page to press a button on, good until `validUntil` (ms since 1970). */
export function addressMail(about: About, { url, validUntil }: { url: string; validUntil: number }): Mail {
  const { language, say } = wordsOf(about);
  return write(about, say.address(about.title, inWords(times, validUntil, language)), { url });
}

/** To the new address of a member, after it was confirmed: the page of the card, whose former link is closed. */
export function movedMail(about: About, more: { url: string; unsubscribeUrl?: string | undefined }): Mail {
  return write(about, wordsOf(about).say.moved(about.title), more);
}

/**
 * To a member who has not been heard of for long: what is kept is deleted after the day of `deletedAt` (ms since
 * 1970) unless a button on the page of the card is pressed before. Opening it is not enough: scanners of mail do.
 */
export function stillThereMail(
  about: About,
  { deletedAt, ...more }: { url: string; deletedAt: number; unsubscribeUrl?: string | undefined },
): Mail {
  const { language, say } = wordsOf(about);
  return write(about, say.stillThere(about.title, inWords(days, deletedAt, language)), more);
}

function wordsOf({ language: tag }: About) {
  const language = readLanguage(tag.split('-')[0]);
  return { language, say: mailWords[language] };
}

interface More {
  url?: string;
  facts?: [name: string, value: string][];
  unsubscribeUrl?: string | undefined;
  unsubscribeLabel?: string;
}

function write(about: About, said: Said, { url, facts, unsubscribeUrl, unsubscribeLabel }: More): Mail {
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
  const letter: Letter = { language, subject, parts: [...parts, ...after], foot, unsubscribe };
  return { key, to, from, replyTo, subject, text: letterText(letter), html: letterHtml(letter), unsubscribeUrl };
}

function contactLines(about: About): string[] {
  const { say } = wordsOf(about);
  const { name, phone, extension, email } = about.town.contact ?? {};
  return [name, phone && say.phone(phone, extension), email && say.email(email)].filter((line) => line !== undefined);
}

const aDay: Intl.DateTimeFormatOptions = { timeZone, month: 'long', day: 'numeric', weekday: 'short' };
const anHour: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' };

/** Made once: that takes longer than all the rest of a mail. */
type Formats = Record<Language, Intl.DateTimeFormat>;
const formatsOf = (options: Intl.DateTimeFormatOptions): Formats => ({
  ja: new Intl.DateTimeFormat('ja', options),
  en: new Intl.DateTimeFormat('en', options),
});

/** A day and time in Japan, to the minute: 11月29日（日）12:04. */
const times = formatsOf({ ...aDay, ...anHour });
/** A day in Japan: 2026年11月29日（日）. */
const days = formatsOf({ ...aDay, year: 'numeric' });

/** Intl writes the day of the week in narrow brackets. */
function inWords(formats: Formats, instant: number, language: Language): string {
  return formats[language].format(instant).replace(/ ?\((.)\) ?/, '（$1）');
}
