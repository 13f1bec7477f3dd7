import { join } from 'node:path';
import type { Settings } from '../settings.ts';
import { folderTransport } from './folder-transport.ts';
import { smtpTransport } from './smtp-transport.ts';
import type { Transport } from './transport.ts';

/** Where mails are put while there is no mail server. */
export function outboxFolder({ data }: Pick<Settings, 'data'>): string {
  return join(data, 'outbox');
}

/** The mail server of the settings, or else the folder. */
export function transportFor(settings: Pick<Settings, 'data' | 'smtpUrl'>): Transport {
  return settings.smtpUrl ? smtpTransport(settings.smtpUrl) : folderTransport(outboxFolder(settings));
}
