import { type Program, program as programSchema } from '@kankei/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../packages/server/src/storage/database.ts';
import { findProgram, replacePrograms } from '../../packages/server/src/storage/program-store.ts';
import { findStamps, listTowns, saveTown } from '../../packages/server/src/storage/town-store.ts';
import { arbitraryPrograms } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms, fixtureTown, makeProgram, now } from '../fixtures/programs.ts';

const town = fixtureTown.code;

let db: Database;
beforeEach(async () => {
  db = await openDatabase(':memory:');
  await saveTown(db, fixtureTown, now);
});
afterEach(() => db.destroy());

const bring = (programs: Iterable<Program> | AsyncIterable<Program>, more = {}) =>
  replacePrograms(db, programs, { town, source: 'import', now, ...more });
const stored = async (id: string): Promise<Program | undefined> => {
  const found = await findProgram(db, town, id);
  return found && JSON.parse(found.document);
};
const revision = async () => (await findStamps(db, [town], now))[0]!.revision;

describe('replacing the programs of a source', () => {
  it('keeps every field of every program', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPrograms(), async (programs) => {
        const own = programs.filter((program) => program.town === town);
        await bring(own);
        for (const program of own) expect(await stored(program.id)).toEqual(programSchema.parse(program));
        expect((await listTowns(db))[0]!.programs).toBe(own.length);
      }),
      { numRuns: 40 },
    );
  });

  it('changes nothing the second time', async () => {
    const count = fixturePrograms.length;
    expect(await bring(fixturePrograms)).toEqual({ created: count, updated: 0, unchanged: 0, withdrawn: 0 });
    const before = await revision();
    expect(await bring(fixturePrograms)).toEqual({ created: 0, updated: 0, unchanged: count, withdrawn: 0 });
    expect(await revision()).toBe(before);
  });

  it('tells the new, the changed, the same and the gone apart', async () => {
    await bring([makeProgram({ id: 'same' }), makeProgram({ id: 'changed' }), makeProgram({ id: 'gone' })]);
    const before = await revision();
    const next = [makeProgram({ id: 'same' }), makeProgram({ id: 'changed', fee: 0 }), makeProgram({ id: 'new' })];
    expect(await bring(next)).toEqual({ created: 1, updated: 1, unchanged: 1, withdrawn: 1 });
    expect(await stored('changed')).toMatchObject({ fee: 0 });
    expect(await stored('gone')).toBeUndefined();
    expect(await revision()).toBeGreaterThan(before);
  });

  it('keeps what is withdrawn and brings it back when it is given again', async () => {
    await bring(fixturePrograms);
    await bring([]);
    expect(await stored('harvest')).toBeUndefined();
    expect(await db.selectFrom('program').select('id').where('withdrawn_at', '=', now).execute()).toHaveLength(
      fixturePrograms.length,
    );
    const back = await bring(fixturePrograms.slice(0, 1));
    expect(back).toEqual({ created: 0, updated: 1, unchanged: 0, withdrawn: 0 });
    expect(await stored('harvest')).toEqual(fixturePrograms[0]);
  });

  it('leaves the programs of other sources and of other towns alone', async () => {
    const other = { code: '212172', name: '飛騨市' };
    await saveTown(db, other, now);
    await replacePrograms(db, [makeProgram({ id: 'demo' })], { town, source: 'demo', now });
    const elsewhere = makeProgram({ id: 'elsewhere', town: other.code });
    await replacePrograms(db, [elsewhere], { town: other.code, source: 'import', now });
    await bring(fixturePrograms);
    expect(await bring([])).toMatchObject({ withdrawn: fixturePrograms.length });
    expect(await stored('demo')).toBeDefined();
    expect(await findProgram(db, other.code, 'elsewhere')).toBeDefined();
  });

  it('puts programs of one id together when it is told how, however far apart they are', async () => {
    const session = (startDate: string) => ({ sessions: [{ startDate }] });
    const between = Array.from({ length: 600 }, (_, index) => makeProgram({ id: `p${index}` }));
    const first = makeProgram({ id: 'series', ...session('2026-12-01') });
    const again = makeProgram({ id: 'series', ...session('2026-12-08') });
    const last = makeProgram({ id: 'series', ...session('2026-12-15') });
    const merge = (known: Program, next: Program) => ({ ...known, sessions: [...known.sessions, ...next.sessions] });
    await bring([first, again, ...between, last], { merge });
    const dates = (await stored('series'))!.sessions.map(({ startDate }) => startDate);
    expect(dates).toEqual(['2026-12-01', '2026-12-08', '2026-12-15']);
  });

  it('stores a program with as many sessions as the schema takes', async () => {
    const sessions = Array.from({ length: 1000 }, (_, index) => ({
      startDate: `${2000 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
    }));
    const many = Array.from({ length: 60 }, (_, index) => makeProgram({ id: `long${index}`, sessions }));
    expect(await bring(many)).toMatchObject({ created: 60 });
    expect((await stored('long59'))!.sessions).toHaveLength(1000);
  });

  it('only counts in a dry run', async () => {
    await bring(fixturePrograms.slice(1));
    const before = await revision();
    const changes = await bring(fixturePrograms.slice(0, 3), { dryRun: true });
    expect(changes).toEqual({ created: 1, updated: 0, unchanged: 2, withdrawn: fixturePrograms.length - 3 });
    expect(await stored('harvest')).toBeUndefined();
    expect(await stored('over')).toBeDefined();
    expect(await revision()).toBe(before);
  });

  it('leaves all as it was when the source breaks off', async () => {
    await bring(fixturePrograms);
    async function* broken() {
      for (let index = 0; index < 700; index++) yield makeProgram({ id: `p${index}` });
      throw new Error('the disk is gone');
    }
    await expect(bring(broken())).rejects.toThrow('the disk is gone');
    expect((await listTowns(db))[0]!.programs).toBe(fixturePrograms.length);
    expect(await bring(fixturePrograms)).toMatchObject({ unchanged: fixturePrograms.length });
  });

  it('takes no program of another town', async () => {
    await expect(bring([makeProgram({ id: 'a', town: '212172' })])).rejects.toThrow('212172');
  });
});

describe('the stamp of a town', () => {
  it('moves when a program begins, ends or stops taking applications, and not between', async () => {
    await bring([
      makeProgram({
        id: 'a',
        sessions: [{ startDate: '2026-11-28', startTime: '10:00', endTime: '12:00' }],
        deadline: { date: '2026-11-26', time: '17:00' },
      }),
    ]);
    const at = (time: string) => Date.parse(`${time}:00+09:00`);
    const settled = async (time: string) => (await findStamps(db, [town], at(time)))[0]!.settledAt;
    expect(await settled('2026-11-26T16:59')).toBe(0);
    expect(await settled('2026-11-26T17:00')).toBe(at('2026-11-26T17:00'));
    expect(await settled('2026-11-28T09:59')).toBe(at('2026-11-26T17:00'));
    expect(await settled('2026-11-28T10:00')).toBe(at('2026-11-28T10:00'));
    expect(await settled('2026-11-29T00:00')).toBe(at('2026-11-28T12:00'));
  });

  it('names only the towns that are here, in the order they were asked for', async () => {
    await saveTown(db, { code: '212172', name: '飛騨市' }, now);
    const stamps = await findStamps(db, ['212172', '011002', town], now);
    expect(stamps.map((stamp) => stamp.town.name)).toEqual(['飛騨市', fixtureTown.name]);
  });
});
