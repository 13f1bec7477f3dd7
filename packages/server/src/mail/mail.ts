import { readAddress } from './address.ts';
import type { Letter } from './letter.ts';

/** A mail as it is queued: a letter to one person, put into text and HTML when it is sent. */
export interface Mail {
  /**
   * Names this mail: the same key is never queued, and to a folder never delivered, twice. It is written to logs, so it
   * carries ids only, e.g. `confirm-<id of the signup>`: small Latin letters, digits, `.`, `_` and `-`, at most 120.
   */
  key: string;
  /** The one address it goes to. */
  to: string;
  /** The sender's name, e.g. the town's; the address it is sent from is the server's. */
  from?: string | undefined;
  /** Where an answer goes, e.g. the town's desk. */
  replyTo?: string | undefined;
  letter: Letter;
}

type Part = 'key' | 'to' | 'replyTo' | 'subject' | 'unsubscribe';

/** A mail that cannot be sent as it is; the message names the part at fault and never what stood in it. */
export class MailError extends Error {
  override name = 'MailError';
  readonly part: Part;

  constructor(part: Part, reason: string) {
    super(`mail.${part}: ${reason}`);
    this.part = part;
  }
}

/**
 * The mail as it can be sent: addresses checked, names and subject on one line (a line break in a header would begin
 * another header). Throws a MailError.
 */
export function checkMail(mail: Mail): Mail {
  if (!/^[a-z0-9][a-z0-9._-]{0,119}$/.test(mail.key))
    throw new MailError('key', 'must be made of a-z, 0-9, ".", "_", "-"');
  const { from, replyTo, letter } = mail;
  const { unsubscribe } = letter;
  const subject = oneLine(letter.subject, 200);
  if (!subject) throw new MailError('subject', 'must not be empty');
  return {
    key: mail.key,
    to: checkAddress('to', mail.to),
    ...(from !== undefined && { from: oneLine(from, 100) }),
    ...(replyTo !== undefined && { replyTo: checkAddress('replyTo', replyTo) }),
    letter: { ...letter, subject, unsubscribe: unsubscribe && { ...unsubscribe, url: checkUrl(unsubscribe.url) } },
  };
}

function checkAddress(part: Part, text: string): string {
  const address = readAddress(text);
  if (!address) throw new MailError(part, 'must be one mail address');
  return address;
}

/** Angle brackets and commas would end the address in its header. */
function checkUrl(text: string): string {
  const isUrl = URL.canParse(text) && /^https?:\/\/[^\s\p{C}<>,"]+$/u.test(text);
  if (!isUrl || text.length > 900) throw new MailError('unsubscribe', 'must be an http or https address');
  return new URL(text).href;
}

/**
 * Text for a header: every run of line breaks, tabs and other control characters becomes one space; what looks like a
 * coded word is broken, for it would be decoded. At most `limit` characters.
 */
function oneLine(text: string, limit: number): string {
  const line = text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('=?', '= ?')
    .trim();
  return [...line].slice(0, limit).join('');
}
