import type { Mail } from './mail.ts';
import { type About, days, inWords, times, wordsOf, writeMail } from './write-mail.ts';

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
  return writeMail(about, said, { ...more, unsubscribeLabel: say.withdraw });
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
  return writeMail(about, said, { ...more, facts: [[say.number, String(more.number)]] });
}

/** To a member who signed up once more: the page of the card, instead of a refusal that others could read. */
export function alreadyMemberMail(about: About, more: { url: string; unsubscribeUrl?: string | undefined }): Mail {
  return writeMail(about, wordsOf(about).say.already(about.title), more);
}

/** To somebody who has left, the last mail. */
export function goodbyeMail(about: About, { number }: { number: number }): Mail {
  return writeMail(about, wordsOf(about).say.goodbye(about.title, about.town.name, String(number)), {});
}

/** To the new address of a member who changed it: a page to press a button on, good until `validUntil` (ms since 1970). */
export function addressMail(about: About, { url, validUntil }: { url: string; validUntil: number }): Mail {
  const { language, say } = wordsOf(about);
  return writeMail(about, say.address(about.title, inWords(times, validUntil, language)), { url });
}

/** To the new address of a member, after it was confirmed: the page of the card, whose former link is closed. */
export function movedMail(about: About, more: { url: string; unsubscribeUrl?: string | undefined }): Mail {
  return writeMail(about, wordsOf(about).say.moved(about.title), more);
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
  return writeMail(about, say.stillThere(about.title, inWords(days, deletedAt, language)), more);
}
