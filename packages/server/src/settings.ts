import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAddress } from './mail/address.ts';
import type { Sender } from './mail/compose.ts';

/** The repository's root, seen from `src` and from `dist` alike. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Settings {
  port: number;
  host: string;
  /** The folder of the database, absolute. */
  data: string;
  /** Where the server is reached from outside, without a slash at the end. */
  publicUrl: string;
  /** The origins that may write; exact, none unless named. */
  writeOrigins: readonly string[];
  /** The mail server, with user name and password; without one, mails are put into a folder. */
  smtpUrl: string | undefined;
  mailFrom: Sender;
  /** How many proxies of our own stand in front; what they say of a client's address is believed. */
  trustProxy: number;
  /** The folder with the built embed, one folder a version, absolute. */
  embed: string;
  /** Whether the made-up town is in the database. */
  demo: boolean;
}

type Environment = Record<string, string | undefined>;

interface Variable {
  name: string;
  /** What stands there unless told; undefined where it follows from another variable. */
  fallback?: string;
  /** For `--help`. */
  shown: string;
  about: string;
}

/** Every variable that is read, in the order `--help` lists them. */
export const variables = [
  { name: 'PORT', fallback: '8787', shown: '8787', about: '待ち受けるポート番号' },
  {
    name: 'HOST',
    fallback: '127.0.0.1',
    shown: '127.0.0.1',
    about: '待ち受けるアドレス。ほかの機器から見るときは 0.0.0.0',
  },
  { name: 'KANKEI_DATA', fallback: 'data', shown: './data', about: 'データベースを置くフォルダー' },
  {
    name: 'KANKEI_PUBLIC_URL',
    shown: 'http://localhost:PORT',
    about: '外から見たこのサーバーの URL',
  },
  {
    name: 'KANKEI_WRITE_ORIGINS',
    fallback: '',
    shown: 'なし',
    about: '書き込みを許すサイト（https://www.example.lg.jp の形。いくつもあるときは空白で区切る）',
  },
  {
    name: 'KANKEI_SMTP_URL',
    shown: 'なし',
    about:
      'メールを送るサーバー（smtp://利用者:パスワード@mail.example.jp:587 か smtps:// の形）。なければ KANKEI_DATA の outbox に置きます',
  },
  {
    name: 'KANKEI_MAIL_FROM',
    shown: 'なし',
    about: 'メールの差出人（ファンクラブ事務局 <fan@example.lg.jp> の形）。KANKEI_SMTP_URL があるときは必ず指定します',
  },
  {
    name: 'KANKEI_EMBED',
    fallback: resolve(root, 'dist/embed'),
    shown: 'dist/embed',
    about: '配信する部品のフォルダー',
  },
  {
    name: 'KANKEI_TRUST_PROXY',
    fallback: '0',
    shown: '0',
    about: '手前に置いた自前のプロキシの数。X-Forwarded-For を、その数だけ信じます',
  },
  { name: 'KANKEI_DEMO', fallback: 'on', shown: 'on', about: '見本の町（むすび野町）を入れるかどうか。on か off' },
] as const satisfies Variable[];
type Name = (typeof variables)[number]['name'];

/** A setting that cannot be used; the message names the variable and says how to mend it. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Reads the settings; relative folders start from the working directory. Throws a SettingsError. */
export function readSettings(environment: Environment = process.env): Settings {
  const text = (name: Name): string => {
    const variable: Variable = variables.find((one) => one.name === name)!;
    return environment[name]?.trim() || (variable.fallback ?? '');
  };
  const port = readPort(text('PORT'));
  const publicUrl = text('KANKEI_PUBLIC_URL') || `http://localhost:${port}`;
  const smtpUrl = readSmtpUrl(text('KANKEI_SMTP_URL'));
  return {
    port,
    host: text('HOST'),
    data: resolve(text('KANKEI_DATA')),
    publicUrl: readUrl('KANKEI_PUBLIC_URL', publicUrl).href.replace(/\/+$/, ''),
    writeOrigins: text('KANKEI_WRITE_ORIGINS')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(readOrigin),
    smtpUrl,
    mailFrom: readSender(text('KANKEI_MAIL_FROM'), smtpUrl !== undefined),
    trustProxy: readCount('KANKEI_TRUST_PROXY', text('KANKEI_TRUST_PROXY')),
    embed: resolve(text('KANKEI_EMBED')),
    demo: readSwitch('KANKEI_DEMO', text('KANKEI_DEMO')),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new SettingsError(`PORT には 1 から 65535 までの数字を指定してください（いまの値：${text}）。`);
  return port;
}

function readUrl(name: Name, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new SettingsError(
      `${name} には https://kankei.example.jp のような URL を指定してください（いまの値：${text}）。`,
    );
  return url;
}

/** An origin as browsers send it; a path or a `*` would promise a rule there is not. */
function readOrigin(text: string): string {
  const name = 'KANKEI_WRITE_ORIGINS';
  if (readUrl(name, text).origin !== text || text.includes('*'))
    throw new SettingsError(
      `${name} には https://www.example.lg.jp のように、パスや末尾の / のないオリジンを指定してください（いまの値：${text}）。`,
    );
  return text;
}

/** The message never repeats the value, for it has a password in it. */
function readSmtpUrl(text: string): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWhole = url && /^smtps?:$/.test(url.protocol) && url.hostname && /^\/?$/.test(url.pathname);
  if (!isWhole || url.search || url.hash || !isDecodable(url.username) || !isDecodable(url.password))
    throw new SettingsError(
      'KANKEI_SMTP_URL には smtp://利用者:パスワード@mail.example.jp:587 か smtps://… の形で指定してください。利用者やパスワードの中の記号（@ : / % など）は %40 のように書きます。',
    );
  return text;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** `名前 <address>` or the address alone. */
function readSender(text: string, isNeeded: boolean): Sender {
  if (!text && isNeeded)
    throw new SettingsError(
      'KANKEI_SMTP_URL があるときは、KANKEI_MAIL_FROM にメールの差出人を「ファンクラブ事務局 <fan@example.lg.jp>」の形で指定してください。',
    );
  if (!text) return { address: 'kankei@localhost' };
  const [, name = '', given = text] = /^([^<>]*)<([^<>]*)>$/.exec(text) ?? [];
  const address = readAddress(given.trim());
  if (!address || /\p{Cc}/u.test(name))
    throw new SettingsError(
      `KANKEI_MAIL_FROM には「ファンクラブ事務局 <fan@example.lg.jp>」の形で、差出人をひとつ指定してください（いまの値：${text}）。`,
    );
  return { address, name: name.trim().replace(/^"(.*)"$/, '$1') };
}

function readCount(name: Name, text: string): number {
  if (!/^\d$/.test(text))
    throw new SettingsError(`${name} には 0 から 9 までの数字を指定してください（いまの値：${text}）。`);
  return Number(text);
}

function readSwitch(name: Name, text: string): boolean {
  if (text !== 'on' && text !== 'off')
    throw new SettingsError(`${name} には on か off を指定してください（いまの値：${text}）。`);
  return text === 'on';
}
