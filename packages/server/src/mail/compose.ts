import { createHash } from 'node:crypto';
import { letterHtml, letterText } from './letter.ts';
import type { Mail } from './mail.ts';

/** Whom the server's mails are from. */
export interface Sender {
  address: string;
  /** Where a mail names nobody. */
  name?: string | undefined;
}

/** A mail as it goes out. */
export interface ComposedMail {
  key: string;
  /** The two addresses of the envelope. */
  from: string;
  to: string;
  /** The whole message, RFC 5322. */
  bytes: Buffer;
}

/**
 * Composes a mail. The same mail becomes the same bytes however often it is tried: with the Message-ID of a repetition
 * a mailbox can tell it from another mail. `createdAt` (ms since 1970) is its date.
 */
export async function composeMail(mail: Mail, createdAt: number, sender: Sender): Promise<ComposedMail> {
  const id = createHash('sha256').update(`${mail.key} ${createdAt}`).digest('hex').slice(0, 32);
  const { letter } = mail;
  // Brought in with the first mail: nodemailer takes several megabytes, which commands and lists alone do without.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from: { name: mail.from ?? sender.name ?? '', address: sender.address },
    to: { name: '', address: mail.to },
    replyTo: mail.replyTo && { name: '', address: mail.replyTo },
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    messageId: `<${id}@${sender.address.slice(sender.address.lastIndexOf('@') + 1)}>`,
    date: new Date(createdAt),
    headers: {
      // No machine is to answer: an absence note sent back would reach nobody (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...(letter.unsubscribe && {
        'List-Unsubscribe': `<${letter.unsubscribe.url}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    baseBoundary: id,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { key: mail.key, from: sender.address, to: mail.to, bytes: await composer.compile().build() };
}
