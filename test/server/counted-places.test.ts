import { type Program, programQuery, queryPrograms } from '@kankei/core';
import { type Database, openDatabase, replacePrograms, saveTown } from '@kankei/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { memoryOf } from '../../packages/server/src/storage/program-memory.ts';
import { countPlaces } from '../../packages/server/src/storage/program-places.ts';
import { searchPrograms } from '../../packages/server/src/storage/program-search.ts';
import { saveProgram } from '../../packages/server/src/storage/program-store.ts';
import { touchTown } from '../../packages/server/src/storage/town-store.ts';
import fc from '../fixtures/fast-check.ts';
import { fixtureTown, makeProgram, now } from '../fixtures/programs.ts';

const town = fixtureTown.code;
const ids = ['a', 'b', 'c', 'd'];
const offered = (capacity: number) => ids.map((id) => makeProgram({ id, town, title: `募集${id}`, capacity }));

let db: Database;
let count = 0;
beforeEach(async () => {
  db = await openDatabase(':memory:');
  await saveTown(db, fixtureTown, now);
});
afterEach(() => db.destroy());

/** Somebody applies for places of a program. */
async function take(program: string, party = 1): Promise<void> {
  const id = `application-${count++}`;
  const person = { address: `${id}@example.jp`, answers: '{}', language: 'ja', consent_at: now, source: null };
  const notice = { notice_version: '1', notice_hash: 'x', message: null, reply: null };
  const times = { mailed_at: now, created_at: now, changed_at: now };
  await db
    .insertInto('application')
    .values({ id, town, program, ...person, ...notice, ...times, party, state: 'pending', arrived: count })
    .execute();
  await countPlaces(db, { town, ids: [program], now });
}

/** Everybody takes their application back. */
async function leave(program: string): Promise<void> {
  await db.updateTable('application').set({ state: 'withdrawn' }).where('program', '=', program).execute();
  await countPlaces(db, { town, ids: [program], now });
}

const indexOf = async () => (await memoryOf(db).readIndexes(db, [town]))[0]!;
const stored = async (): Promise<Program[]> => {
  const rows = await db
    .selectFrom('program_document')
    .innerJoin('program', 'program.number', 'program_document.number')
    .select('document')
    .where('withdrawn_at', 'is', null)
    .execute();
  return rows.map(({ document }) => JSON.parse(document));
};

it('reads nothing of the other programs again when only places were counted, and all when programs changed', async () => {
  await replacePrograms(db, offered(2), { town, source: 'import', now });
  const before = await indexOf();
  await take('b', 2);
  const after = await indexOf();
  expect(after).not.toBe(before);
  expect(after.columns.ids).toBe(before.columns.ids);
  expect([before, after].map(({ columns }) => columns.joinable[0])).toEqual([0b1111, 0b1101]);
  await touchTown(db, town, now + 1);
  expect((await indexOf()).columns.ids).toBe(before.columns.ids);
  await saveProgram(db, offered(5)[0]!, { source: 'needs', now: now + 2 });
  expect((await indexOf()).columns.ids).not.toBe(before.columns.ids);
});

it('lists what is open as a fresh look at every program does, whatever came before', async () => {
  const program = fc.constantFrom(...ids);
  const step = fc.oneof(
    fc.record({ do: fc.constant('take' as const), program, party: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ do: fc.constant('leave' as const), program }),
    fc.record({ do: fc.constant('import' as const), capacity: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ do: fc.constant('look' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      await db.deleteFrom('application').execute();
      await replacePrograms(db, offered(3), { town, source: 'import', now });
      for (const one of [...steps, { do: 'look' as const }]) {
        if (one.do === 'take') await take(one.program, one.party);
        else if (one.do === 'leave') await leave(one.program);
        else if (one.do === 'import') await replacePrograms(db, offered(one.capacity), { town, source: 'import', now });
        else {
          const query = programQuery.parse({ open: true });
          const { items, ...rest } = (await searchPrograms(db, [town], query, now))!;
          expect({ programs: JSON.parse(`[${items}]`), ...rest }).toEqual(queryPrograms(await stored(), query, now));
        }
      }
    }),
    { numRuns: 40 },
  );
});
