import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dayLength } from '@kankei/core';
import { mailFile } from './folder-transport.ts';

/** A mail as it lies in the folder. */
export interface OutboxMail {
  key: string;
  subject: string;
  /** With the sender's name where there is one. */
  from: string;
  to: string;
  /** When it was put there, ms since 1970. */
  at: number;
  text: string;
}

/** So many of the latest mails are listed. */
const listed = 100;

/** The latest mails of the folder, newest first. */
export async function listOutbox(folder: string): Promise<OutboxMail[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names
    .filter((name) => name.endsWith('.eml'))
    .map(async (name) => {
      const key = name.slice(0, -'.eml'.length);
      // One may be taken away while we look.
      const found = await stat(join(folder, name)).catch(() => undefined);
      return { key, at: found?.mtimeMs ?? 0 };
    });
  const latest = (await Promise.all(files))
    .toSorted((a, b) => b.at - a.at || (a.key < b.key ? 1 : -1))
    .slice(0, listed);
  const mails = await Promise.all(latest.map(({ key }) => readOutbox(folder, key)));
  return mails.filter((mail) => mail !== undefined);
}

/** One mail of the folder; undefined when there is none of that key. */
export async function readOutbox(folder: string, key: string): Promise<OutboxMail | undefined> {
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(key)) return undefined;
  const file = join(folder, mailFile(key));
  const { default: PostalMime } = await import('postal-mime');
  try {
    const [bytes, { mtimeMs: at }] = await Promise.all([readFile(file), stat(file)]);
    const { subject = '', from, to, text = '' } = await new PostalMime().parse(bytes);
    return { key, subject, from: person(from), to: person(to?.[0]), at, text: text.trimEnd() };
  } catch {
    return undefined;
  }
}

/** How long, in ms, mails lie in the folder. */
const memory = 30 * dayLength;

/** Takes away what has lain in the folder for long; mails are letters, and whom they were for is not ours to keep. */
export async function pruneOutbox(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!/\.eml(\.part)?$/.test(name)) continue;
    const file = join(folder, name);
    const { mtimeMs } = await stat(file);
    if (mtimeMs < now - memory) await rm(file, { force: true });
  }
}

function person(address: { name?: string | undefined; address?: string | undefined } | undefined): string {
  const { name, address: text = '' } = address ?? {};
  return name ? `${name} <${text}>` : text;
}
