import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, openDatabase, readSettings, replacePrograms, saveTown } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AnswerCache } from '../../packages/server/src/http/answer-cache.ts';
import { fixturePrograms, fixtureTown, makeProgram, now } from '../fixtures/programs.ts';
import { makeServer, type ServerWorld } from './world.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A maker that says which of its answers this is. */
function counting(length = 2) {
  let made = 0;
  const make = async () => bytes(String(++made).padStart(length, '0'));
  return { make, made: () => made };
}

describe('the answers that are kept', () => {
  it('are made once for a tag', async () => {
    const cache = new AnswerCache(100);
    const { make } = counting();
    expect([await cache.get('a', make), await cache.get('a', make), await cache.get('b', make)]).toEqual([
      bytes('01'),
      bytes('01'),
      bytes('02'),
    ]);
  });

  it('are made once for all who ask at the same time', async () => {
    const cache = new AnswerCache(100);
    const { make, made } = counting();
    await Promise.all([cache.get('a', make), cache.get('a', make), cache.get('a', make)]);
    expect(made()).toBe(1);
  });

  it('take no more room than they may, and those that were not asked for longest go first', async () => {
    const cache = new AnswerCache(20);
    const { make, made } = counting(10);
    for (const tag of ['a', 'b', 'a', 'c']) await cache.get(tag, make);
    expect(made()).toBe(3);
    await cache.get('a', make);
    expect(made()).toBe(3);
    await cache.get('b', make);
    expect(made()).toBe(4);
  });

  it('do without one that alone is too long, and keep the room of the others right', async () => {
    const cache = new AnswerCache(5);
    const { make, made } = counting(6);
    for (let round = 0; round < 3; round++) await cache.get('a', make);
    expect(made()).toBe(3);
    const short = counting(5);
    for (let round = 0; round < 3; round++) await cache.get('b', short.make);
    expect(short.made()).toBe(1);
  });

  it('forget what failed', async () => {
    const cache = new AnswerCache(100);
    const fail = () => Promise.reject(new Error('down'));
    await expect(cache.get('a', fail)).rejects.toThrow('down');
    expect(await cache.get('a', async () => bytes('up'))).toEqual(bytes('up'));
  });
});

describe('a listing that was asked for before', () => {
  let world: ServerWorld;
  beforeEach(async () => {
    world = await makeServer();
  });
  afterEach(() => world.db.destroy());

  const path = `/v1/towns/${fixtureTown.code}/programs?limit=100`;
  const ids = async () => {
    const { programs } = (await (await world.get(path)).json()) as { programs: { id: string }[] };
    return programs.map(({ id }) => id);
  };

  it('shows what was written since', async () => {
    expect(await ids()).toContain('harvest');
    const others = fixturePrograms.filter(({ id }) => id !== 'harvest');
    const fresh = makeProgram({ id: 'fresh', town: fixtureTown.code });
    await replacePrograms(world.db, [...others, fresh], { town: fixtureTown.code, source: 'import', now });
    const after = await ids();
    expect(after).toContain('fresh');
    expect(after).not.toContain('harvest');
  });

  it('shows what another process has written since', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kankei-'));
    const file = join(folder, 'kankei.sqlite');
    const [reading, writing] = [await openDatabase(file), await openDatabase(file)];
    try {
      await saveTown(writing, fixtureTown, now);
      const settings = readSettings({});
      const app = createApp({ db: reading, settings, now: () => now });
      const titles = async () => {
        const response = await app.request(`${settings.publicUrl}${path}`);
        const { programs } = (await response.json()) as { programs: { title: string }[] };
        return programs.map(({ title }) => title);
      };
      expect(await titles()).toEqual([]);
      for (const title of ['一', '二']) {
        const program = makeProgram({ id: 'one', town: fixtureTown.code, title });
        await replacePrograms(writing, [program], { town: fixtureTown.code, source: 'import', now });
        expect(await titles()).toEqual([title]);
      }
    } finally {
      await Promise.all([reading.destroy(), writing.destroy()]);
      rmSync(folder, { recursive: true });
    }
  });

  it('drops what has ended since', async () => {
    expect(await ids()).toContain('harvest');
    world.clock.now = Date.parse('2026-11-28T11:59:59+09:00');
    expect(await ids()).toContain('harvest');
    world.clock.now = Date.parse('2026-11-28T12:00:00+09:00');
    expect(await ids()).not.toContain('harvest');
  });
});
