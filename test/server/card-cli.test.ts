import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseName, openDatabase, runCommand, saveTown } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicKeys } from '../../packages/server/src/card/town-keys.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kankei-card-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function kankei(...words: string[]) {
  let stdout = '';
  let stderr = '';
  const status = await runCommand(words, {
    print: (text) => {
      stdout += text;
    },
    complain: (text) => {
      stderr += text;
    },
    isWatched: false,
    environment: { KANKEI_DATA: folder },
  });
  return { status, stdout, stderr };
}

const withDatabase = async <T>(work: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> => {
  const db = await openDatabase(join(folder, databaseName));
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
};

describe('kankei card-key new', () => {
  it('gives a town another key, keeps the older ones, and prints nothing secret', async () => {
    await withDatabase((db) => saveTown(db, fixtureTown, now));
    const first = await kankei('card-key', 'new', '--town', fixtureTown.code);
    const second = await kankei('card-key', 'new', '--town', fixtureTown.code);
    expect([first.status, second.status]).toEqual([0, 0]);
    const keys = await withDatabase((db) => publicKeys(db, fixtureTown.code));
    expect(keys).toHaveLength(2);
    const named = [first, second].map(({ stdout }) => /鍵 ([\w-]{8}) を作りました/.exec(stdout)![1]);
    expect(new Set(named)).toEqual(new Set(keys.map(({ kid }) => kid)));
    expect(first.stdout + second.stdout).not.toContain('"d"');
  });

  it('says what is missing', async () => {
    expect(await kankei('card-key', 'new', '--town', fixtureTown.code)).toMatchObject({ status: 1, stdout: '' });
    expect(await kankei('card-key', 'new')).toMatchObject({ status: 2 });
    expect((await kankei('card-key')).stderr).toContain('card-key new');
  });
});
