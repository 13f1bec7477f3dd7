import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { type Letter, letterHtml, letterText } from '../../packages/server/src/mail/letter.ts';
import type { Mail } from '../../packages/server/src/mail/mail.ts';

export const sender = { address: 'fan@example.jp', name: 'ファンクラブ事務局' };

/** A mail as the server writes them. */
export function makeMail(more: Partial<Omit<Mail, 'letter'> & Letter> = {}): Mail {
  const { key, to, from, replyTo, ...letter } = {
    key: 'confirm-1',
    to: 'hana@example.jp',
    from: 'むすび野町ファンクラブ',
    replyTo: undefined,
    language: 'ja',
    subject: '【むすび野町】確認をお願いします 🍎',
    parts: ['こんにちは。', { press: '確認する', url: 'https://kankei.example/confirm/abc' }],
    foot: ['むすび野町'],
    ...more,
  };
  return { key, to, from, replyTo, letter };
}

export type ShownMail = ReturnType<typeof show>;

/** A mail as whoever gets it sees it. */
export function show({ letter, ...envelope }: Mail) {
  const { subject, unsubscribe } = letter;
  return {
    ...envelope,
    subject,
    text: letterText(letter),
    html: letterHtml(letter),
    unsubscribeUrl: unsubscribe?.url,
  };
}

/** Mail as a program that has nothing in common with ours reads it. */
export async function parse(bytes: Uint8Array) {
  const { text, html, ...rest } = await new PostalMime().parse(bytes);
  return { ...rest, text: trimEnd(text), html: trimEnd(html) };
}

/** Where a part ends, a line break more or less belongs to the mail and not to what it says. */
export const trimEnd = (text = '') => text.replace(/\n+$/, '');

export interface Received {
  from: string;
  to: string[];
  bytes: Buffer;
}

export interface MailServer {
  url: string;
  /** Whole mails that were answered as taken. */
  received: Received[];
  /** Cuts the connection of a session. */
  cut: (session: string) => void;
  close: () => Promise<void>;
}

/** A real SMTP server on a free port; nobody but this machine reaches it unless told. */
export async function startMailServer(options: SMTPServerOptions = {}, host = '127.0.0.1'): Promise<MailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        received.push({ from: mailFrom ? mailFrom.address : '', to, bytes: Buffer.concat(chunks) });
        done();
      });
    },
    ...options,
  });
  // Connections that are cut on purpose.
  server.on('error', () => {});
  server.listen(0, host);
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${host}:${port}`,
    received,
    cut(session) {
      for (const connection of server.connections) if (connection.id === session) connection._socket.destroy();
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
