import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, databaseName, openDatabase, readSettings, runCommand, saveTown } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { neighbour } from './world.ts';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kankei-staff-'));
  await withDatabase((db) => saveTown(db, fixtureTown, now));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function withDatabase<Result>(work: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<Result>) {
  const db = await openDatabase(join(folder, databaseName));
  return work(db).finally(() => db.destroy());
}

async function kankei(...words: string[]) {
  const said = { stdout: '', stderr: '' };
  const status = await runCommand(['staff-token', ...words], {
    print: (text) => {
      said.stdout += text;
    },
    complain: (text) => {
      said.stderr += text;
    },
    isWatched: false,
    environment: { KANKEI_DATA: folder },
  });
  return { status, ...said };
}

/** The status of signing in with a key. */
const signIn = (key: string) =>
  withDatabase(async (db) => {
    const app = createApp({ db, settings: readSettings({ KANKEI_DATA: folder }) });
    const body = new URLSearchParams({ key });
    return (await app.request('http://localhost:8787/staff/sign-in', { method: 'POST', body })).status;
  });

describe('kankei staff-token', () => {
  it('prints a new key and nothing beside it, so that it can be handed on; the one before is void', async () => {
    const first = await kankei('new', '--town', fixtureTown.code);
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(/^999997_[0-9a-f]{64}\n$/);
    expect(first.stderr).toContain('いちどしか表示しません');
    expect(first.stderr).not.toContain(first.stdout.trim());
    expect(await signIn(first.stdout)).toBe(303);
    const second = await kankei('new', '--town', fixtureTown.code);
    expect(await signIn(first.stdout)).toBe(422);
    expect(await signIn(second.stdout)).toBe(303);
  });

  it('takes a key back', async () => {
    const { stdout: key } = await kankei('new', '--town', fixtureTown.code);
    expect((await kankei('revoke', '--town', fixtureTown.code)).status).toBe(0);
    expect(await signIn(key)).toBe(422);
    const again = await kankei('revoke', '--town', fixtureTown.code);
    expect(again).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('キーがありません') });
  });

  it('says so where the town is not there', async () => {
    const { status, stdout, stderr } = await kankei('new', '--town', neighbour.code);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(neighbour.code);
  });

  it.each([[[]], [['new']], [['old', '--town', '999997']], [['new', 'x', '--town', '999997']]])(
    'refuses %j as wrongly written',
    async (words) => {
      expect((await kankei(...words)).status).toBe(2);
    },
  );
});
