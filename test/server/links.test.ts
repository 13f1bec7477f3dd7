import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayLength } from '@kankei/core';
import { type Database, openDatabase, saveTown } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dropLinks, findLink, makeLink, pruneLinks, useLink } from '../../packages/server/src/links/links.ts';
import { secretOf } from '../../packages/server/src/links/secret.ts';
import { readUnsubscribe, signUnsubscribe } from '../../packages/server/src/links/unsubscribe.ts';
import { never } from '../../packages/server/src/storage/tables.ts';
import fc from '../fixtures/fast-check.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { neighbour } from './world.ts';

let db: Database;
beforeEach(async () => {
  db = await openDatabase(':memory:');
  await saveTown(db, fixtureTown, now);
  await saveTown(db, neighbour, now);
});
afterEach(() => db.destroy());

const town = fixtureTown.code;
const confirm = { purpose: 'confirm', town, subject: 'signup-1', expiresAt: now + dayLength } as const;

describe('a link', () => {
  it('is found by its token for its purpose, and for no other', async () => {
    const token = await makeLink(db, confirm);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await findLink(db, token, 'confirm', now)).toEqual({ ...confirm, state: 'open', usedAt: null });
    expect(await findLink(db, token, 'member', now)).toBeUndefined();
    expect(await useLink(db, token, 'member', now)).toBeUndefined();
  });

  it('works once, also when many ask at the same time', async () => {
    const token = await makeLink(db, confirm);
    const all = await Promise.all(Array.from({ length: 20 }, () => useLink(db, token, 'confirm', now)));
    expect(all.filter(Boolean)).toEqual([confirm]);
    expect(await findLink(db, token, 'confirm', now + 1)).toMatchObject({ state: 'used', usedAt: now });
  });

  it('ends at its instant', async () => {
    const token = await makeLink(db, confirm);
    expect((await findLink(db, token, 'confirm', confirm.expiresAt - 1))!.state).toBe('open');
    expect((await findLink(db, token, 'confirm', confirm.expiresAt))!.state).toBe('expired');
    expect(await useLink(db, token, 'confirm', confirm.expiresAt)).toBeUndefined();
    const lasting = await makeLink(db, { ...confirm, purpose: 'member', expiresAt: never });
    expect((await findLink(db, lasting, 'member', now + 10_000 * dayLength))!.state).toBe('open');
  });

  it('cannot be opened with what is stored', async () => {
    const token = await makeLink(db, confirm);
    const stored = JSON.stringify(await db.selectFrom('link').selectAll().execute());
    expect(stored).not.toContain(token);
    const { hash } = JSON.parse(stored)[0];
    expect(await findLink(db, hash, 'confirm', now)).toBeUndefined();
  });

  it('is not there for any other text', async () => {
    const token = await makeLink(db, confirm);
    const other = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => text !== token),
      fc
        .integer({ min: 0, max: 42 })
        .map((at) => token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)),
      fc.constantFrom('', `${token}A`, ` ${token}`, token.slice(1), `${token}\0`),
    );
    await fc.assert(
      fc.asyncProperty(other, async (text) => {
        expect(await findLink(db, text, 'confirm', now)).toBeUndefined();
        expect(await useLink(db, text, 'confirm', now)).toBeUndefined();
      }),
    );
    expect((await findLink(db, token, 'confirm', now))!.state).toBe('open');
  });

  it('goes with its subject, in its own town', async () => {
    const gone = await makeLink(db, confirm);
    const member = await makeLink(db, { ...confirm, purpose: 'member', expiresAt: never });
    const elsewhere = await makeLink(db, { ...confirm, town: neighbour.code });
    const another = await makeLink(db, { ...confirm, subject: 'signup-2' });
    await dropLinks(db, { town, subject: 'signup-1', purpose: 'confirm' });
    expect(await findLink(db, gone, 'confirm', now)).toBeUndefined();
    expect(await findLink(db, member, 'member', now)).toBeDefined();
    await dropLinks(db, { town, subject: 'signup-1' });
    expect(await findLink(db, member, 'member', now)).toBeUndefined();
    expect(await findLink(db, elsewhere, 'confirm', now)).toBeDefined();
    expect(await findLink(db, another, 'confirm', now)).toBeDefined();
  });

  it('is forgotten a month after it expired, and not before', async () => {
    const token = await makeLink(db, confirm);
    await makeLink(db, { ...confirm, expiresAt: never });
    await pruneLinks(db, confirm.expiresAt + 30 * dayLength);
    expect((await findLink(db, token, 'confirm', now + 2 * dayLength))!.state).toBe('expired');
    await pruneLinks(db, confirm.expiresAt + 30 * dayLength + 1);
    expect(await db.selectFrom('link').select('expires_at').execute()).toEqual([{ expires_at: never }]);
  });

  it('is not made when the transaction it belongs to fails', async () => {
    const failing = db.transaction().execute(async (trx) => {
      await makeLink(trx, confirm);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await db.selectFrom('link').selectAll().execute()).toEqual([]);
  });
});

describe('the token that ends newsletters', () => {
  const secret = Buffer.alloc(32, 7);

  it('names the member again, whatever the id is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (id) => {
        const token = signUnsubscribe(secret, id);
        expect(token).toMatch(/^[\w.-]+$/);
        expect(readUnsubscribe(secret, token)).toBe(id);
      }),
    );
  });

  it('is refused when a character is changed, added or left out, or another secret signed it', () => {
    const token = signUnsubscribe(secret, '0b2c7a4e-1111');
    expect(readUnsubscribe(Buffer.alloc(32, 8), token)).toBeUndefined();
    const letters = 'Ab0-_.=+/ \n雪';
    for (let at = 0; at <= token.length; at++) {
      expect(readUnsubscribe(secret, token.slice(0, at) + token.slice(at + 1)), `without ${at}`).toBe(
        at === token.length ? '0b2c7a4e-1111' : undefined,
      );
      for (const letter of letters) {
        const added = token.slice(0, at) + letter + token.slice(at);
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        expect(readUnsubscribe(secret, added)).toBeUndefined();
        if (changed !== token) expect(readUnsubscribe(secret, changed)).toBeUndefined();
      }
    }
  });
});

describe('a secret', () => {
  it('is made once, for its name, and stays', async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => secretOf(db, 'unsubscribe')));
    expect(first).toHaveLength(32);
    for (const other of others) expect(other).toEqual(first);
    expect(await secretOf(db, 'card')).not.toEqual(first);
  });

  it('is the same for processes that ask for it first at the same time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kankei-secret-'));
    const file = join(folder, 'kankei.sqlite');
    await (await openDatabase(file)).destroy();
    const ask = `import { openDatabase } from '@kankei/server';
      import { secretOf } from ${JSON.stringify(fileURLToPath(new URL('../../packages/server/src/links/secret.ts', import.meta.url)))};
      const db = await openDatabase(${JSON.stringify(file)});
      process.stdout.write((await secretOf(db, 'unsubscribe')).toString('hex'));
      await db.destroy();`;
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const answers = Array.from({ length: 3 }, async () => {
      const words = ['--conditions=kankei-source', '--input-type=module', '--eval', ask];
      const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
      let text = '';
      child.stdout.on('data', (data) => {
        text += data;
      });
      await once(child, 'close');
      return text;
    });
    const all = await Promise.all(answers);
    expect(all[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(all).size).toBe(1);
    rmSync(folder, { recursive: true });
  });
});
