import { dayLength, fanclub, matching, programPage, toInstant } from '@kankei/core';
import {
  type Database,
  findProgram,
  keepDemo,
  listTowns,
  openDatabase,
  replacePrograms,
  saveTown,
} from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeProgram } from '../fixtures/programs.ts';
import { makeServer, neighbour } from './world.ts';

const publicUrl = 'https://kankei.example';
const today = toInstant('2026-11-21', '23:30');

let db: Database;
let stop = () => {};
beforeEach(async () => {
  vi.useFakeTimers({ now: today, toFake: ['Date', 'setInterval', 'clearInterval'] });
  db = await openDatabase(':memory:');
});
afterEach(async () => {
  stop();
  vi.useRealTimers();
  await db.destroy();
});

const names = async () => (await listTowns(db)).map(({ town, programs }) => [town.code, programs > 0]);
const documents = async () =>
  (await db.selectFrom('program_document').select('document').orderBy('number').execute()).map((row) => row.document);

describe('the made-up town', () => {
  it('is there after the first start, with programs of every kind', async () => {
    stop = await keepDemo(db, { demo: true, publicUrl });
    const [found] = await listTowns(db);
    expect(found!.town.name).toBe('むすび野町');
    expect(found!.programs).toBeGreaterThanOrEqual(60);
  });

  it('has a fan club', async () => {
    stop = await keepDemo(db, { demo: true, publicUrl });
    const { profile } = await db.selectFrom('fanclub').select('profile').executeTakeFirstOrThrow();
    expect(fanclub.parse(JSON.parse(profile)).benefits.length).toBeGreaterThan(2);
  });

  it('takes applications, which go with it', async () => {
    stop = await keepDemo(db, { demo: true, publicUrl });
    const { profile } = await db.selectFrom('matching').select('profile').executeTakeFirstOrThrow();
    expect(matching.parse(JSON.parse(profile)).notice).toBeDefined();
    const { join_url } = await db.selectFrom('program_private').select('join_url').executeTakeFirstOrThrow();
    expect((await documents()).join()).not.toContain(join_url);
    const person = { town: '999997', address: 'hana@example.jp', answers: '{}', language: 'ja', consent_at: today };
    const notice = { notice_version: '1', notice_hash: 'x', source: null, message: null, reply: null };
    const times = { mailed_at: today, created_at: today, changed_at: today };
    const application = { ...person, ...notice, ...times, party: 1, state: 'pending' as const };
    await db
      .insertInto('application')
      .values({ id: 'a', program: 'tea-hour', arrived: 1, ...application })
      .execute();
    stop();
    stop = await keepDemo(db, { demo: false, publicUrl });
    for (const table of ['application', 'program_private', 'matching', 'town'] as const)
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
  });

  it('stays as long as somebody is its member, without its programs', async () => {
    stop = await keepDemo(db, { demo: true, publicUrl });
    await db
      .insertInto('member')
      .values({
        id: 'a',
        town: '999997',
        number: 1,
        address: 'hana@example.jp',
        answers: '{}',
        language: 'ja',
        notice_version: '1',
        notice_hash: 'x',
        consent_at: today,
        since: '2026-11-21',
        confirmed_at: today,
        introducer_code: 'abcdefgh',
        heard_at: today,
        card_mailed_at: today,
      })
      .execute();
    stop = await keepDemo(db, { demo: false, publicUrl });
    expect(await names()).toEqual([['999997', false]]);
    await db.deleteFrom('member').execute();
    stop = await keepDemo(db, { demo: false, publicUrl });
    expect(await names()).toEqual([]);
  });

  it('is reckoned anew when a day begins in Tokyo, and not before', async () => {
    stop = await keepDemo(db, { demo: true, publicUrl });
    const before = await documents();
    await vi.advanceTimersByTimeAsync(29 * 60_000);
    expect(await documents()).toEqual(before);
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect(await documents()).not.toEqual(before);
  });

  it('is reckoned anew after the machine slept for a week, and at the next start', async () => {
    stop = await keepDemo(db, { demo: true, publicUrl });
    const before = await documents();
    vi.setSystemTime(today + 7 * dayLength);
    await vi.advanceTimersByTimeAsync(60_000);
    const after = await documents();
    expect(after).not.toEqual(before);
    stop();
    stop = await keepDemo(db, { demo: true, publicUrl }, () => today);
    const again = (await documents()).filter((document) => !before.includes(document));
    expect(again).toEqual(after.filter((document) => again.includes(document)));
  });

  it('is tried again a minute later when it could not be written', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    let now = today;
    stop = await keepDemo(db, { demo: true, publicUrl }, () => {
      if (now < 0) throw new Error('locked');
      return now;
    });
    const before = await documents();
    now = -1;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(complaint).toHaveBeenCalledOnce();
    now = today + dayLength;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await documents()).not.toEqual(before);
    complaint.mockRestore();
  });

  it('leaves what was imported alone, in other towns and in its own', async () => {
    await saveTown(db, neighbour, today);
    const float = makeProgram({ id: 'float', town: neighbour.code });
    await replacePrograms(db, [float], { town: neighbour.code, source: 'import', now: today });
    stop = await keepDemo(db, { demo: true, publicUrl });
    const own = makeProgram({ id: 'imported' });
    await replacePrograms(db, [own], { town: '999997', source: 'import', now: today });
    vi.setSystemTime(today + dayLength);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(JSON.parse((await findProgram(db, neighbour.code, 'float'))!.document)).toEqual(float);
    expect(JSON.parse((await findProgram(db, '999997', 'imported'))!.document)).toEqual(own);
    stop();
    stop = await keepDemo(db, { demo: false, publicUrl });
    expect(await names()).toEqual([
      [neighbour.code, true],
      ['999997', true],
    ]);
  });

  it('is gone when it is not wanted', async () => {
    stop = await keepDemo(db, { demo: true, publicUrl });
    stop();
    stop = await keepDemo(db, { demo: false, publicUrl });
    expect(await listTowns(db)).toEqual([]);
    expect(await documents()).toEqual([]);
  });

  it('looks alive on every day of the year', async () => {
    const server = await makeServer();
    for (let day = 0; day < 366; day += 15) {
      const now = today + day * dayLength;
      (await keepDemo(server.db, { demo: true, publicUrl }, () => now))();
      server.clock.now = now;
      const page = programPage.parse(await (await server.get('/v1/towns/999997/programs?open=true&limit=100')).json());
      expect(page.programs.filter(({ sessions }) => sessions.length).length, String(day)).toBeGreaterThan(10);
    }
    await server.db.destroy();
  });
});
