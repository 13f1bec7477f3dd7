import type { NodemailerError } from 'nodemailer';
import type { ComposedMail } from './compose.ts';
import { MailRefused, type Transport } from './transport.ts';

/** How many connections are kept to the mail server. */
const connections = 4;

const second = 1000;

/**
 * Hands mails to a mail server. `url`: `smtp://` (STARTTLS where the server offers it) or `smtps://` (TLS from the
 * start), with user name and password where the server wants them.
 */
export function smtpTransport(url: string): Transport {
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);
  const options = {
    pool: true as const,
    host,
    ...(port && { port: Number(port) }),
    secure: protocol === 'smtps:',
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    // A password never crosses a network in the clear. On the machine itself there is no network to protect it from, and
    // the certificate that a mail server has there from its installation is one that nobody can check.
    requireTLS: Boolean(username) && !isLocal,
    ignoreTLS: isLocal,
    maxConnections: connections,
    // The queue tries again, at its own pace; nobody else does.
    maxRequeues: 0,
    dnsTimeout: 20 * second,
    connectionTimeout: 20 * second,
    greetingTimeout: 20 * second,
    socketTimeout: 60 * second,
    idleTimeout: 30 * second,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const open = async () => (await import('nodemailer')).createTransport(options);
  let mailer: ReturnType<typeof open> | undefined;
  return {
    parallel: connections,
    async send({ from, to, bytes }: ComposedMail, signal: AbortSignal): Promise<void> {
      try {
        mailer ??= open();
        await (await mailer).sendMail({ envelope: { from, to: [to] }, raw: bytes, signal });
      } catch (error) {
        throw isForGood(error as NodemailerError) ? new MailRefused('refused', { cause: error }) : error;
      }
    },
    close: () => void mailer?.then((opened) => opened.close()),
  };
}

/**
 * Refused for good: a 5xx reply to this recipient or this message. One to our greeting, our password or our own address
 * is about us and not about the mail, and can be mended.
 */
function isForGood({ permanent, command }: NodemailerError): boolean {
  return permanent === true && (command === 'RCPT TO' || command === 'DATA');
}
