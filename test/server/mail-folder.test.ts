import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeMail } from '../../packages/server/src/mail/compose.ts';
import { folderTransport } from '../../packages/server/src/mail/folder-transport.ts';
import { checkMail } from '../../packages/server/src/mail/mail.ts';
import { queueMail } from '../../packages/server/src/mail/queue.ts';
import { now } from '../fixtures/programs.ts';
import { startPostmanProcess } from './mail-process.ts';
import { makeMail, parse, sender, show } from './mail-world.ts';

let folder: string;
let outbox: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kankei-outbox-'));
  outbox = join(folder, 'deep/outbox');
});
afterEach(() => rmSync(folder, { recursive: true }));

const never = new AbortController().signal;
const compose = (key: string) => composeMail(checkMail(makeMail({ key, subject: key })), now, sender);
/** A file and whether it was ever touched: another inode would be another file of the same name. */
const look = (name: string) => {
  const { ino, mtimeMs } = statSync(join(outbox, name));
  return `${name} ${ino} ${mtimeMs}`;
};

describe('the folder', () => {
  it('holds each mail as a file that mail programs open, for nobody else to read', async () => {
    const mail = await compose('confirm-1');
    await folderTransport(outbox).send(mail, never);
    expect(readdirSync(outbox)).toEqual(['confirm-1.eml']);
    expect(readFileSync(join(outbox, 'confirm-1.eml'))).toEqual(mail.bytes);
    if (process.platform !== 'win32') {
      expect(statSync(join(outbox, 'confirm-1.eml')).mode & 0o777).toBe(0o600);
      expect(statSync(outbox).mode & 0o777).toBe(0o700);
    }
  });

  it('takes a mail that is there already for delivered', async () => {
    const transport = folderTransport(outbox);
    await transport.send(await compose('confirm-1'), never);
    const before = look('confirm-1.eml');
    await transport.send(await compose('confirm-1'), never);
    expect(look('confirm-1.eml')).toBe(before);
  });
});

describe('a server that is killed in the middle of sending', () => {
  it('loses no mail and delivers none twice', async () => {
    const file = join(folder, 'kankei.sqlite');
    const keys = Array.from({ length: 70 }, (_, index) => `m${String(index).padStart(3, '0')}`);
    const db = await openDatabase(file);
    await db.transaction().execute(async (trx) => {
      for (const key of keys) await queueMail(trx, makeMail({ key, subject: key }), now);
    });
    const seen = new Map<string, string>();
    const count = () => {
      try {
        return readdirSync(outbox).filter((name) => name.endsWith('.eml')).length;
      } catch {
        return 0;
      }
    };
    let kills = 0;
    let done = false;
    for (let start = 0; !done; start++) {
      expect(start, 'starts').toBeLessThan(20);
      // A minute later each time: the dead process is known to be dead by then.
      const child = startPostmanProcess(file, `folderTransport(${JSON.stringify(outbox)})`, now + start * 60_000);
      const ended = once(child, 'exit');
      child.stdout.on('data', (data) => {
        done ||= String(data).includes('done');
      });
      // Killed somewhere in a delivery, a little further into it each time.
      const before = count();
      while (!done && count() < before + 10 + start) await new Promise((resolve) => setTimeout(resolve, 1));
      if (!done) {
        await new Promise((resolve) => setTimeout(resolve, (start * 7) % 5));
        kills++;
      }
      child.kill('SIGKILL');
      await ended;
      for (const name of readdirSync(outbox).filter((one) => one.endsWith('.eml'))) {
        const file = look(name);
        expect(seen.get(name) ?? file, 'a file that was there is left as it is').toBe(file);
        seen.set(name, file);
      }
    }
    expect(kills).toBeGreaterThanOrEqual(4);
    const names = readdirSync(outbox).filter((name) => name.endsWith('.eml'));
    expect(names.toSorted()).toEqual(keys.map((key) => `${key}.eml`));
    for (const name of names) {
      const { subject, text } = await parse(readFileSync(join(outbox, name)));
      expect({ name: `${subject}.eml`, text }).toEqual({ name, text: show(makeMail()).text.trim() });
    }
    const rows = await db.selectFrom('mail').select(['key', 'state', 'content', 'attempts']).orderBy('key').execute();
    expect(rows.map(({ key, state, content }) => ({ key, state, content }))).toEqual(
      keys.map((key) => ({ key, state: 'sent', content: null })),
    );
    // Some were in the hands of a process when it died.
    expect(rows.some(({ attempts }) => attempts > 1)).toBe(true);
    await db.destroy();
  }, 120_000);
});
