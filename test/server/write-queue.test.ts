import { openDatabase } from '@kankei/server';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../packages/server/src/storage/database.ts';
import { WriteQueue } from '../../packages/server/src/storage/write-queue.ts';

let db: Database;
let queue: WriteQueue;
beforeEach(async () => {
  db = await openDatabase(':memory:');
  queue = new WriteQueue(db);
});
afterEach(() => db.destroy());

const write = (name: string) =>
  queue.run(async (transaction) => {
    await transaction.insertInto('secret').values({ name, value: 'x' }).execute();
    return name;
  });
const names = async () =>
  (await db.selectFrom('secret').select('name').orderBy('name').execute()).map(({ name }) => name);
const versions = async () => (await db.selectFrom('secret').select('name').execute()).length;

it('tells each of many what came of it, once it is there', async () => {
  const told = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const name = await write(String(index).padStart(3, '0'));
      expect(await versions()).toBeGreaterThan(0);
      return name;
    }),
  );
  expect(told).toEqual(await names());
});

it('takes back what failed, and nothing of what came with it', async () => {
  const failing = queue.run(async (transaction) => {
    await transaction.insertInto('secret').values({ name: 'lost', value: 'x' }).execute();
    throw new Error('not this one');
  });
  const results = await Promise.allSettled([write('a'), failing, write('b'), write('a'), write('c')]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
  expect(results[1]).toMatchObject({ reason: new Error('not this one') });
  expect(await names()).toEqual(['a', 'b', 'c']);
});

it('does them one after the other, each seeing what those before it did, also beside one that fails', async () => {
  const count = () =>
    queue.run(async (transaction) => {
      const { length } = await transaction.selectFrom('secret').select('name').execute();
      await transaction
        .insertInto('secret')
        .values({ name: `number ${length}`, value: 'x' })
        .execute();
      return length;
    });
  expect(await Promise.all([count(), count(), count()])).toEqual([0, 1, 2]);
  const results = await Promise.allSettled([count(), write('number 0'), count()]);
  expect(results).toMatchObject([{ value: 3 }, { status: 'rejected' }, { value: 4 }]);
});

/** A write that is refused at the end of its transaction, with all that shares it. */
async function makeBreaking() {
  await sql`create table parent (id integer primary key)`.execute(db);
  await sql`create table child (parent references parent(id) deferrable initially deferred)`.execute(db);
  return () => queue.run((transaction) => sql`insert into child values (7)`.execute(transaction));
}

it('takes along in one transaction what comes turn by turn of the event loop', async () => {
  const breaking = await makeBreaking();
  const inTurn = async (turns: number, work: () => Promise<unknown>) => {
    for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
    return work();
  };
  const results = await Promise.allSettled([inTurn(2, breaking), inTurn(1, () => write('b')), write('a')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await names()).toEqual([]);
});

it('refuses all when the transaction does not come to its end, and goes on afterwards', async () => {
  const breaking = await makeBreaking();
  const results = await Promise.allSettled([write('a'), breaking()]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await names()).toEqual([]);
  expect(await write('b')).toBe('b');
});
