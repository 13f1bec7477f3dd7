import { memoryBackend } from '@kankei/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fixturePrograms, fixtureTown, makeProgram, now } from '../fixtures/programs.ts';

const towns = [fixtureTown];

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

it('goes by the clock it is given, at every question', async () => {
  let at = now;
  const backend = memoryBackend({ towns, programs: fixturePrograms, now: () => at });
  const before = await backend.programs([fixtureTown.code], { past: 'only' });
  at = Date.parse('2030-01-01T00:00:00+09:00');
  const after = await backend.programs([fixtureTown.code], { past: 'only' });
  expect(before.programs.map(({ id }) => id)).toEqual(['over']);
  expect(after.total).toBe(fixturePrograms.filter(({ sessions }) => sessions.length).length);
});

it('keeps the first of two programs with one id', async () => {
  const programs = [makeProgram({ id: 'same', title: '一' }), makeProgram({ id: 'same', title: '二' })];
  const backend = memoryBackend({ towns, programs, now: () => now });
  expect((await backend.programs([fixtureTown.code])).programs.map(({ title }) => title)).toEqual(['一']);
});

it('answers after the delay a story asks for', async () => {
  const backend = memoryBackend({ towns, programs: [], delay: 800 });
  const answered = vi.fn();
  backend.town(fixtureTown.code).then(answered);
  await vi.advanceTimersByTimeAsync(799);
  expect(answered).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(answered).toHaveBeenCalledWith(fixtureTown);
});

it('never answers a story about waiting, yet can be stopped', async () => {
  const backend = memoryBackend({ towns, programs: [], delay: Infinity });
  const stop = new AbortController();
  const answered = vi.fn();
  const answer = backend.town(fixtureTown.code, { signal: stop.signal });
  answer.then(answered, answered);
  await vi.advanceTimersByTimeAsync(3600_000);
  expect(answered).not.toHaveBeenCalled();
  stop.abort();
  await expect(answer).rejects.toBe(stop.signal.reason);
});

it('leaves no timer behind when it is stopped', async () => {
  const backend = memoryBackend({ towns, programs: [], delay: 800 });
  const stop = new AbortController();
  const answer = backend.town(fixtureTown.code, { signal: stop.signal });
  stop.abort();
  await expect(answer).rejects.toBe(stop.signal.reason);
  expect(vi.getTimerCount()).toBe(0);
});

it('fails the questions a story wants to see fail, as often as it wants', async () => {
  const fail = vi.fn().mockReturnValueOnce('network').mockReturnValueOnce('timeout').mockReturnValue(undefined);
  const backend = memoryBackend({ towns, programs: [], fail });
  await expect(backend.programs([fixtureTown.code])).rejects.toMatchObject({ problem: { code: 'network' } });
  await expect(backend.town(fixtureTown.code)).rejects.toMatchObject({ problem: { code: 'timeout' } });
  expect((await backend.programs([fixtureTown.code])).total).toBe(0);
  expect(fail.mock.calls).toEqual([['programs'], ['town'], ['programs']]);
});
