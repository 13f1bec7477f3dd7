import { constants } from 'node:fs';
import { access, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { ComposedMail } from './compose.ts';
import type { Transport } from './transport.ts';

/**
 * Puts every mail into a folder, as a file named by its key. A file is there whole or not at all, and one that is there
 * is left as it is: a mail that was delivered just before the power went is not delivered again.
 */
export function folderTransport(folder: string): Transport {
  return {
    parallel: 1,
    async send({ key, bytes }: ComposedMail): Promise<void> {
      // Mails are read by whom they are for, and here by whoever runs the server.
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, mailFile(key));
      if (await exists(file)) return;
      const part = `${file}.part`;
      await write(part, bytes);
      await rename(part, file);
      await syncFolder(folder);
    },
    close() {},
  };
}

/** The name of a mail's file. */
export function mailFile(key: string): string {
  return `${key}.eml`;
}

async function write(file: string, bytes: Buffer): Promise<void> {
  await using handle = await open(file, 'w', 0o600);
  await handle.writeFile(bytes);
  await handle.sync();
}

async function exists(file: string): Promise<boolean> {
  return access(file, constants.F_OK).then(
    () => true,
    () => false,
  );
}

/** A name in a folder outlives a power cut once the folder is written; Windows does that by itself and has no way to ask. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}
