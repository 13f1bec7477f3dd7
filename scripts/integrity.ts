// Tells what the files of the embed are, so that a page can refuse any other.
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The hash of a file as `integrity` takes it. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

/** Writes `integrity.json` into a folder: the hash of every script and style sheet, by its path. */
export function writeIntegrity(folder: string): void {
  const files = globSync('**/*.{js,css}', { cwd: folder }).sort();
  const hashes = files.map((path) => [path.replaceAll('\\', '/'), integrityOf(readFileSync(join(folder, path)))]);
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
}
