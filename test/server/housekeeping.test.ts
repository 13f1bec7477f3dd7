import { dayLength } from '@kankei/core';
import { openDatabase } from '@kankei/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startHousekeeping } from '../../packages/server/src/housekeeping.ts';
import { now } from '../fixtures/programs.ts';

beforeEach(() => void vi.useFakeTimers({ now, toFake: ['Date', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

it('what has been kept long enough is forgotten within the hour, also after a failure, until that is ended', async () => {
  const db = await openDatabase(':memory:');
  const keys = async () => (await db.selectFrom('mail').select('key').orderBy('key').execute()).map(({ key }) => key);
  const add = (key: string, ended_at: number) =>
    db.insertInto('mail').values({ key, state: 'sent', attempts: 1, next_at: 0, created_at: 0, ended_at }).execute();
  await add('old', now - 31 * dayLength);
  await add('new', now - 30 * dayLength + 1000);
  const proofs = [-1, 0].map((age) => ({ id: `proof ${age}`, expires_at: now + age }));
  await db.insertInto('used_proof').values(proofs).execute();
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
  const stop = startHousekeeping(db, { data: '/nowhere', publicUrl: 'https://kankei.example' });
  await expect.poll(keys).toEqual(['new']);
  await expect.poll(() => db.selectFrom('used_proof').selectAll().execute()).toEqual([proofs[1]]);
  await db.schema.alterTable('mail').renameTo('gone').execute();
  await vi.advanceTimersByTimeAsync(3600_000);
  await expect.poll(() => complaint.mock.calls.length).toBe(1);
  complaint.mockRestore();
  await db.schema.alterTable('gone').renameTo('mail').execute();
  await vi.advanceTimersByTimeAsync(3600_000);
  await expect.poll(keys).toEqual([]);
  stop();
  await add('late', 0);
  await vi.advanceTimersByTimeAsync(7200_000);
  expect(await keys()).toEqual(['late']);
  await db.destroy();
});
