import type { ComposedMail } from './compose.ts';

/** What carries mails away. */
export interface Transport {
  /** How many mails it takes at a time. */
  parallel: number;
  /**
   * Carries one mail; when it resolves, the mail is out of our hands. Throws MailRefused when no later try can succeed,
   * any other error when one may. Ends early when the signal aborts.
   */
  send(mail: ComposedMail, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Nobody will ever take this mail, e.g. because the mailbox does not exist. */
export class MailRefused extends Error {
  override name = 'MailRefused';
}

/**
 * What went wrong, for the log: codes and the step, e.g. `EENVELOPE 550 RCPT TO`. Never the message of the error, in
 * which mail servers repeat the address.
 */
export function failureCodes(error: unknown): string {
  const { cause } = error as Error;
  const { name, code, responseCode, command, syscall } = (cause ?? error) as Record<string, unknown>;
  return [code ?? name, responseCode, command ?? syscall].filter(Boolean).join(' ');
}
