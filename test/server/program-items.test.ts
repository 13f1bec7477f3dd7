import { toItem } from '@kankei/core';
import { type Database, openDatabase, replacePrograms, saveTown } from '@kankei/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ItemMemory } from '../../packages/server/src/storage/program-items.ts';
import { fixtureTown, makeProgram, now } from '../fixtures/programs.ts';

const town = fixtureTown.code;
let db: Database;

beforeEach(async () => {
  db = await openDatabase(':memory:');
  await saveTown(db, fixtureTown, now);
});
afterEach(() => db.destroy());

/** Stores programs of these titles, and returns the numbers they are kept by. */
async function store(...titles: string[]): Promise<number[]> {
  const programs = titles.map((title, nth) => makeProgram({ id: `p${nth}`, title, town }));
  await replacePrograms(db, programs, { town, source: 'import', now });
  const rows = await db.selectFrom('program').select('number').orderBy('id').execute();
  return rows.map(({ number }) => number);
}

const never = () => expect.fail('nothing had to be read');
const titles = (items: Buffer[] | undefined) => items?.map((item) => JSON.parse(item.toString()).title);

it('items come in the order they were asked for, as JSON, whether they are read or kept; one that is gone is left out', async () => {
  const [first = 0, second = 0, third = 0] = await store('縄', '"引用"、\n改行', '縄𠮷🎏');
  const memory = new ItemMemory();
  const name = (number: number) => ({ number, moment: 'a' });
  expect(titles(memory.read(db, [third, first].map(name), () => true))).toEqual(['縄𠮷🎏', '縄']);
  const all = [second, third, 404, first].map(name);
  expect(titles(memory.read(db, all, () => true))).toEqual(['"引用"、\n改行', '縄𠮷🎏', '縄']);
  const kept = memory.read(db, [third, second, first].map(name), never);
  expect(titles(kept)).toEqual(['縄𠮷🎏', '"引用"、\n改行', '縄']);
  expect(JSON.parse(`[${kept}]`)[2]).toEqual(toItem(makeProgram({ id: 'p0', title: '縄', town })));
});

it('an item is read anew at another moment, and not kept when something was written in between', async () => {
  const [number = 0] = await store('前');
  const memory = new ItemMemory();
  expect(titles(memory.read(db, [{ number, moment: 'a' }], () => true))).toEqual(['前']);
  await store('後');
  expect(titles(memory.read(db, [{ number, moment: 'a' }], never))).toEqual(['前']);
  expect(memory.read(db, [{ number, moment: 'b' }], () => false)).toBeUndefined();
  await store('今');
  expect(titles(memory.read(db, [{ number, moment: 'b' }], () => true))).toEqual(['今']);
  expect(titles(memory.read(db, [{ number, moment: 'b' }], never))).toEqual(['今']);
});
