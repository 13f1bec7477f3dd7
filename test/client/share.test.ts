import { type Backend, memoryBackend, shareAnswers } from '@kankei/client';
import { expect, it, vi } from 'vitest';
import { fixturePrograms, fixtureTown, now } from '../fixtures/programs.ts';

/** A backend that answers when it is told to, and shows what it was asked and with which signal. */
function slowBackend() {
  const inner = memoryBackend({ towns: [fixtureTown], programs: fixturePrograms, now: () => now });
  const signals: AbortSignal[] = [];
  const open: (() => void)[] = [];
  const slow = <Question extends unknown[], Answer>(ask: (...question: Question) => Promise<Answer>) =>
    vi.fn(async (...question: Question): Promise<Answer> => {
      const { signal } = question.at(-1) as { signal: AbortSignal };
      signals.push(signal);
      await new Promise<void>((resolve, reject) => {
        open.push(resolve);
        signal.addEventListener('abort', () => reject(signal.reason));
      });
      return ask(...question);
    });
  const backend = {
    ...inner,
    town: slow(inner.town),
    programs: slow(inner.programs),
    program: slow(inner.program),
  } satisfies Backend;
  const answer = () => {
    for (const go of open) go();
  };
  return { backend, signals, answer };
}

const towns = [fixtureTown.code];

it('asks once when two ask the same at the same time', async () => {
  const { backend, answer } = slowBackend();
  const shared = shareAnswers(backend);
  const both = Promise.all([shared.programs(towns, { kind: ['help'] }), shared.programs(towns, { kind: ['help'] })]);
  answer();
  const [one, other] = await both;
  expect(one).toEqual(other);
  expect(one.total).toBe(2);
  expect(backend.programs).toHaveBeenCalledTimes(1);
});

it('asks for each who asks something else', async () => {
  const { backend, answer } = slowBackend();
  const shared = shareAnswers(backend);
  const all = Promise.all([
    shared.programs(towns),
    shared.programs(towns, { q: '畑' }),
    shared.town(fixtureTown.code),
    shared.program(fixtureTown.code, 'harvest'),
    shared.program(fixtureTown.code, 'letter'),
  ]);
  answer();
  const [, , town, harvest, letter] = await all;
  expect([town.code, harvest.id, letter.id]).toEqual([fixtureTown.code, 'harvest', 'letter']);
  expect(backend.programs).toHaveBeenCalledTimes(2);
});

it('asks anew once there was an answer', async () => {
  const { backend, answer } = slowBackend();
  const shared = shareAnswers(backend);
  for (const _ of [1, 2]) {
    const town = shared.town(fixtureTown.code);
    answer();
    await town;
  }
  expect(backend.town).toHaveBeenCalledTimes(2);
});

it('lets one stop while the other waits on', async () => {
  const { backend, signals, answer } = slowBackend();
  const shared = shareAnswers(backend);
  const stop = new AbortController();
  const stopped = shared.town(fixtureTown.code, { signal: stop.signal });
  const waiting = shared.town(fixtureTown.code, { signal: new AbortController().signal });
  stop.abort(new Error('left'));
  await expect(stopped).rejects.toBe(stop.signal.reason);
  expect(signals[0]!.aborted).toBe(false);
  answer();
  expect(await waiting).toEqual(fixtureTown);
});

it('stops the question when the last who asked has stopped, and asks anew for the next', async () => {
  const { backend, signals, answer } = slowBackend();
  const shared = shareAnswers(backend);
  const stops = [new AbortController(), new AbortController()];
  const asked = stops.map(({ signal }) => shared.town(fixtureTown.code, { signal }));
  for (const stop of stops) stop.abort(new Error('left'));
  for (const [index, one] of asked.entries()) await expect(one).rejects.toBe(stops[index]!.signal.reason);
  await vi.waitFor(() => expect(signals[0]!.aborted).toBe(true));
  const next = shared.town(fixtureTown.code);
  answer();
  expect(await next).toEqual(fixtureTown);
  expect(backend.town).toHaveBeenCalledTimes(2);
});

it('asks nothing for who has stopped before', async () => {
  const { backend } = slowBackend();
  const signal = AbortSignal.abort();
  await expect(shareAnswers(backend).town(fixtureTown.code, { signal })).rejects.toBe(signal.reason);
  expect(backend.town).not.toHaveBeenCalled();
});

it('does not give a later caller what earlier ones gave up, even where the backend works on', async () => {
  const town = vi.fn(() => new Promise<typeof fixtureTown>(() => {}));
  const shared = shareAnswers({ ...memoryBackend({ towns: [], programs: [] }), town });
  const stop = new AbortController();
  const given = shared.town(fixtureTown.code, { signal: stop.signal });
  stop.abort();
  await expect(given).rejects.toBe(stop.signal.reason);
  town.mockResolvedValue(fixtureTown);
  expect(await shared.town(fixtureTown.code)).toEqual(fixtureTown);
});

it('fails for all who wait, and asks anew after that', async () => {
  let broken = true;
  const inner = memoryBackend({ towns: [fixtureTown], programs: [], fail: () => (broken ? 'network' : undefined) });
  const shared = shareAnswers(inner);
  const outcomes = await Promise.allSettled([shared.town(fixtureTown.code), shared.town(fixtureTown.code)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  expect(await shared.town(fixtureTown.code)).toEqual(fixtureTown);
});
