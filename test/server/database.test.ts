import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programQuery } from '@kankei/core';
import { listTowns, openDatabase, replacePrograms, saveTown, searchPrograms } from '@kankei/server';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addRow } from '../../packages/server/src/storage/add-row.ts';
import { migrations } from '../../packages/server/src/storage/migrations/index.ts';
import { fixturePrograms, fixtureTown, makeProgram, now } from '../fixtures/programs.ts';

const town = fixtureTown.code;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kankei-db-'));
  file = join(folder, 'deep/kankei.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function withDatabase<T>(use: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> {
  const db = await openDatabase(file);
  try {
    return await use(db);
  } finally {
    await db.destroy();
  }
}

/** Runs TypeScript against the server in another process, as an import beside a running server is. */
function script(text: string): string[] {
  const head = `import { openDatabase, saveTown, replacePrograms, listTowns } from '@kankei/server';
    const file = ${JSON.stringify(file)};
    const town = { code: '${town}', name: 'x' };
    const program = (id) => ({ id, town: town.code, kind: 'event', mode: 'onsite', title: id, themes: [], sessions: [], skills: [], languages: [], status: 'scheduled' });`;
  return ['--conditions=kankei-source', '--input-type=module', '--eval', head + text];
}
const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the database', () => {
  it('is made from nothing, folder and all, and keeps what is in it', async () => {
    await withDatabase(async (db) => {
      await saveTown(db, fixtureTown, now);
      await replacePrograms(db, fixturePrograms, { town, source: 'import', now });
    });
    await withDatabase(async (db) => {
      expect(await listTowns(db)).toEqual([{ town: fixtureTown, programs: fixturePrograms.length }]);
      const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
      expect(done.rows.map(({ name }) => name)).toEqual(Object.keys(migrations));
    });
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('loses nothing that was answered as done when the power goes', async () => {
    await withDatabase(async (db) => {
      const pragma = async (name: string) =>
        Object.values((await sql`pragma ${sql.raw(name)}`.execute(db)).rows[0] as object)[0];
      expect(await pragma('journal_mode')).toBe('wal');
      expect(await pragma('synchronous')).toBe(2);
      expect(await pragma('foreign_keys')).toBe(1);
      expect(await pragma('busy_timeout')).toBeGreaterThan(0);
    });
  });

  it('can be opened by several processes at once while it does not exist yet', async () => {
    const open = script(
      `const db = await openDatabase(file); await saveTown(db, { ...town, name: String(process.pid) }, 1); await db.destroy();`,
    );
    const processes = Array.from({ length: 4 }, () => spawn(process.execPath, open, { cwd: root, stdio: 'pipe' }));
    const errors = processes.map(async (child) => {
      let text = '';
      child.stderr.on('data', (data) => {
        text += data;
      });
      const [code] = await once(child, 'exit');
      return code === 0 ? '' : text;
    });
    expect(await Promise.all(errors)).toEqual(['', '', '', '']);
    expect(await withDatabase(listTowns)).toHaveLength(1);
  });

  it('stands as it was when an import is killed at any point', async () => {
    await withDatabase(async (db) => {
      await saveTown(db, fixtureTown, now);
      await replacePrograms(db, fixturePrograms, { town, source: 'import', now });
    });
    // Killed while reading, and, with the transaction begun and half the rows written, while writing.
    const reading = script(`const db = await openDatabase(file);
      async function* all() { for (let i = 0; i < 900; i++) yield program('p' + i); process.kill(process.pid, 'SIGKILL'); await new Promise(() => {}); }
      await replacePrograms(db, all(), { town: town.code, source: 'import', now: 1 });`);
    const writing = script(`const db = await openDatabase(file);
      const stringify = JSON.stringify; let after = 3000;
      JSON.stringify = (...args) => { if (--after === 0) process.kill(process.pid, 'SIGKILL'); return stringify(...args); };
      const many = Array.from({ length: 2000 }, (_, i) => program('p' + i));
      await replacePrograms(db, many, { town: town.code, source: 'import', now: 1 });`);
    for (const words of [reading, writing]) {
      expect(spawnSync(process.execPath, words, { cwd: root }).signal).toBe('SIGKILL');
      await withDatabase(async (db) => {
        expect((await listTowns(db))[0]!.programs).toBe(fixturePrograms.length);
        const again = await replacePrograms(db, fixturePrograms, { town, source: 'import', now });
        expect(again).toEqual({ created: 0, updated: 0, unchanged: fixturePrograms.length, withdrawn: 0 });
      });
    }
  });

  it('answers readers with the old state until an import beside them is done, then with the new', async () => {
    await withDatabase(async (db) => {
      await saveTown(db, fixtureTown, now);
      await replacePrograms(db, fixturePrograms, { town, source: 'import', now });
      const importing = script(`const db = await openDatabase(file);
        const many = Array.from({ length: 3000 }, (_, i) => program('p' + i));
        await replacePrograms(db, many, { town: town.code, source: 'import', now: 1 });
        await db.destroy();`);
      const child = spawn(process.execPath, importing, { cwd: root, stdio: 'ignore' });
      const ended = once(child, 'exit');
      const query = programQuery.parse({ past: 'include' });
      const seen = new Set<string>();
      let running = true;
      ended.then(() => {
        running = false;
      });
      while (running) {
        const page = await searchPrograms(db, [town], query, now);
        const counted = page!.facets.town[0]!.count;
        seen.add(`${page!.total} ${counted}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      const last = await searchPrograms(db, [town], query, now);
      seen.add(`${last!.total} ${last!.facets.town[0]!.count}`);
      expect([...seen]).toEqual([`${fixturePrograms.length} ${fixturePrograms.length}`, '3000 3000']);
    });
  });

  it('waits for another process that is writing', async () => {
    await withDatabase(async (db) => {
      await saveTown(db, fixtureTown, now);
      const holding = script(`import { DatabaseSync } from 'node:sqlite';
        const other = new DatabaseSync(file); other.exec('begin immediate'); process.stdout.write('held');
        setTimeout(() => { other.exec('commit'); other.close(); }, 400);`);
      const child = spawn(process.execPath, holding, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout!, 'data');
      const changes = await replacePrograms(db, [makeProgram({ id: 'a' })], { town, source: 'import', now });
      expect(changes.created).toBe(1);
      await once(child, 'exit');
    });
  });
});

it('adds a row once, in whatever order its columns are named', async () => {
  const db = await openDatabase(':memory:');
  expect(await addRow(db, 'secret', { name: 'a', value: 'first' })).toBe(true);
  expect(await addRow(db, 'secret', { value: 'second', name: 'a' })).toBe(false);
  expect(await addRow(db, 'secret', { value: 'third', name: 'b' })).toBe(true);
  const rows = await db.selectFrom('secret').selectAll().orderBy('name').execute();
  expect(rows).toEqual([
    { name: 'a', value: 'first' },
    { name: 'b', value: 'third' },
  ]);
  await expect(addRow(db, 'secret', { name: 'c', value: null as never })).rejects.toThrow('NOT NULL');
  await db.destroy();
});
