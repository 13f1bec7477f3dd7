import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
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
  it('are those that were asked for twice, each by its tag', async () => {
    const cache = new AnswerCache(100);
    const { make } = counting();
    const answers = [];
    for (const tag of ['a', 'a', 'a', 'b', 'b', 'a', 'b']) answers.push(await cache.get(tag, make));
    expect(answers).toEqual(['01', '02', '02', '03', '04', '02', '04'].map(bytes));
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
    for (const tag of ['a', 'a', 'b', 'b', 'a', 'c', 'c']) await cache.get(tag, make);
    expect(made()).toBe(6);
    await cache.get('a', make);
    expect(made()).toBe(6);
    await cache.get('b', make);
    expect(made()).toBe(7);
  });

  it('hold no more memory than their bytes, whatever block those were cut from', async () => {
    const cache = new AnswerCache(100);
    const cut = async () => new Uint8Array(new ArrayBuffer(64_000), 10, 3);
    for (let round = 0; round < 2; round++) await cache.get('a', cut);
    const kept = (await cache.get('a', cut)) as Uint8Array;
    expect([kept.length, kept.buffer.byteLength]).toEqual([3, 3]);
  });

  it('do without one that alone is too long, and keep the room of the others right', async () => {
    const cache = new AnswerCache(5);
    const { make, made } = counting(6);
    for (let round = 0; round < 3; round++) await cache.get('a', make);
    expect(made()).toBe(3);
    const short = counting(5);
    for (let round = 0; round < 3; round++) await cache.get('b', short.make);
    expect(short.made()).toBe(2);
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

  it('is sent in every encoding, however often, with the same bytes and headers', async () => {
    const ask = async (encoding?: string) => {
      const response = await world.get(path, encoding ? { headers: { 'accept-encoding': encoding } } : {});
      const body = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get('content-length')).toBe(String(body.length));
      expect(response.headers.get('content-encoding')).toBe(encoding ?? null);
      return encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
    };
    const plain = await ask();
    for (let round = 0; round < 4; round++)
      for (const encoding of ['br', 'gzip', undefined]) expect(await ask(encoding)).toEqual(plain);
  });

  it('says the same of itself as every other answer with data', async () => {
    const names = (response: Response) => [...response.headers].map(([name]) => name).sort();
    const town = await world.get(`/v1/towns/${fixtureTown.code}`);
    const listing = await world.get(path);
    expect(names(listing)).toEqual(names(town));
    const settled = ['etag', 'content-length'];
    for (const [name, value] of town.headers)
      if (!settled.includes(name)) expect([name, listing.headers.get(name)]).toEqual([name, value]);
    const again = await world.get(path, { headers: { 'if-none-match': listing.headers.get('etag')! } });
    expect(again.status).toBe(304);
    for (const name of ['etag', 'cache-control', 'vary', 'access-control-allow-origin', 'content-security-policy'])
      expect([name, again.headers.get(name)]).toEqual([name, listing.headers.get(name)]);
  });

  it('drops what has ended since', async () => {
    expect(await ids()).toContain('harvest');
    world.clock.now = Date.parse('2026-11-28T11:59:59+09:00');
    expect(await ids()).toContain('harvest');
    world.clock.now = Date.parse('2026-11-28T12:00:00+09:00');
    expect(await ids()).not.toContain('harvest');
  });
});
