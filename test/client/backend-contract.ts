import type { Backend } from '@kankei/client';
import {
  checkDigit,
  ProblemError,
  type Program,
  type ProgramItem,
  type ProgramQueryInput,
  programQuery,
  queryPrograms,
  type Session,
  type Town,
  townLimit,
} from '@kankei/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { arbitraryProgram } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms, fixtureTown, now } from '../fixtures/programs.ts';

/** What a backend is asked about. */
export interface World {
  towns: Town[];
  programs: Program[];
  now: () => number;
}

export const neighbour: Town = { code: '212172', name: '飛騨市', prefecture: '岐阜県' };

/** Sessions that begin together in the one order every format gives them back in, each once. */
function inOrder(sessions: Session[]): Session[] {
  const key = ({ startDate, startTime = '', endDate = '', endTime = '' }: Session) =>
    [startDate, startTime, endDate, endTime].join(' ');
  const each = new Map(sessions.map((session) => [key(session), session]));
  return [...each].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, session]) => session);
}

/** Every state the fixtures know, programs of every field, and a second town. */
export function makeWorld(): World {
  const made = fc.sample(arbitraryProgram, { numRuns: 60, seed: 20261121 });
  const others = made.map((program, index) => ({
    ...program,
    id: `made-${index}`,
    town: index % 2 ? neighbour.code : fixtureTown.code,
    sessions: inOrder(program.sessions),
  }));
  return { towns: [fixtureTown, neighbour], programs: [...fixturePrograms, ...others], now: () => now };
}

const questions: [name: string, query: ProgramQueryInput][] = [
  ['everything to come', {}],
  ['a keyword', { q: '畑' }],
  ['one letter', { q: '雪' }],
  ['kana of another kind and width', { q: 'ﾀﾞｲｺﾝ' }],
  ['several words', { q: '大根　雪' }],
  ['what nobody offers', { q: '宇宙旅行' }],
  ['one kind', { kind: ['help'] }],
  ['several kinds', { kind: ['help', 'work-stay', 'letter'] }],
  ['a theme', { theme: ['農業'] }],
  ['a mode', { mode: ['online', 'mixed'] }],
  ['an area', { area: ['むすび野町'] }],
  ['part of a place', { place: '町民' }],
  ['from a day on', { from: '2026-12-01' }],
  ['until a day', { to: '2026-11-30' }],
  ['one day', { from: '2026-11-28', to: '2026-11-28' }],
  ['one kind of effort', { effort: ['light'] }],
  ['several kinds of pay', { pay: ['thanks', 'wage'] }],
  ['one town of them', { town: [fixtureTown.code] }],
  ['some programs by id', { id: ['harvest', 'made-1', 'made-2', 'nowhere'], past: 'include' }],
  ['what is still open', { open: true }],
  ['what is over as well', { past: 'include' }],
  ['only what is over', { past: 'only' }],
  ['the newest', { sort: 'new', past: 'include' }],
  ['the next deadline', { sort: 'deadline', past: 'include' }],
  [
    'everything narrowed at once',
    { q: 'の', kind: ['help', 'event'], open: true, from: '2026-01-01', sort: 'deadline' },
  ],
  ['one at a time', { limit: 1 }],
];

const badQueries: [name: string, query: Record<string, unknown>][] = [
  ['q', { q: '' }],
  ['q', { q: 'あ'.repeat(201) }],
  ['kind', { kind: ['nothing'] }],
  ['effort', { effort: ['none'] }],
  ['pay', { pay: ['gold'] }],
  ['town', { town: ['999990'] }],
  ['id', { id: ['../x'] }],
  ['from', { from: '2026-02-30' }],
  ['to', { to: 'tomorrow' }],
  ['sort', { sort: 'random' }],
  ['past', { past: 'maybe' }],
  ['limit', { limit: 0 }],
  // A server answers with 100 at most; what needs no request may answer with a whole file.
  ['limit', { limit: 2001 }],
  ['limit', { limit: 1.5 }],
  ['open', { open: 'perhaps' }],
  ['cursor', { cursor: 'nonsense' }],
  ['colour', { colour: 'red' }],
];

/** The one contract: whatever makes the backend, the same questions get the same answers. */
export function describeBackend(name: string, make: (world: World) => Backend | Promise<Backend>): void {
  describe(name, () => {
    const world = makeWorld();
    const { programs } = world;
    let backend: Backend;
    beforeAll(async () => {
      backend = await make(world);
    });

    const expected = (towns: string[], input: ProgramQueryInput) => {
      const asked = programs.filter((program) => towns.includes(program.town));
      return queryPrograms(asked, programQuery.parse(input), now);
    };
    const refused = async (answer: Promise<unknown>) => {
      const error = await answer.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(ProblemError);
      return (error as ProblemError).problem;
    };

    describe.each([
      ['one town', [fixtureTown.code]],
      ['two towns', [fixtureTown.code, neighbour.code]],
    ])('asked about %s', (_, towns) => {
      it.each(questions)('finds %s', async (_, query) => {
        expect(await backend.programs(towns, query)).toEqual(expected(towns, query));
      });

      it.each(['soon', 'new', 'deadline'] as const)('pages through all programs once, sorted by %s', async (sort) => {
        const query: ProgramQueryInput = { past: 'include', sort, limit: 7 };
        const seen: ProgramItem[] = [];
        for (let cursor: string | undefined; ; ) {
          const page = await backend.programs(towns, { ...query, ...(cursor && { cursor }) });
          seen.push(...page.programs);
          cursor = page.next;
          if (!cursor) break;
        }
        expect(seen).toEqual(expected(towns, { ...query, limit: 100 })!.programs);
      });
    });

    it('counts a town that is named twice once', async () => {
      const towns = [neighbour.code, neighbour.code];
      expect(await backend.programs(towns)).toEqual(expected([neighbour.code], {}));
    });

    it('says what it knows of a town', async () => {
      expect(await backend.town(fixtureTown.code)).toEqual(fixtureTown);
      expect(await backend.town(neighbour.code)).toEqual(neighbour);
    });

    it('tells all of every program', async () => {
      for (const program of programs) expect(await backend.program(program.town, program.id)).toEqual(program);
    });

    it.each(badQueries)('refuses %s when it cannot be used: %o', async (parameter, query) => {
      const problem = await refused(backend.programs([fixtureTown.code], query as ProgramQueryInput));
      expect(problem).toMatchObject({ code: 'invalid-parameter', errors: [{ name: parameter }] });
    });

    it('knows no town it was not given', async () => {
      const stranger = '011002';
      expect((await refused(backend.town(stranger))).code).toBe('town-not-found');
      expect((await refused(backend.programs([stranger]))).code).toBe('town-not-found');
      expect((await refused(backend.programs([fixtureTown.code, stranger]))).code).toBe('town-not-found');
      expect((await refused(backend.program(stranger, 'harvest'))).code).toBe('town-not-found');
    });

    it.each(['', '999990', '9999', 'abc', '../towns', '..', '.', 'constructor', '212172,999997', '２１２１７２'])(
      'refuses %j as a code of a town',
      async (code) => {
        const unusable = (name: string) => ({ code: 'invalid-parameter', errors: [{ name }] });
        expect(await refused(backend.town(code))).toMatchObject(unusable('code'));
        expect(await refused(backend.programs([fixtureTown.code, code]))).toMatchObject(unusable('codes'));
        expect(await refused(backend.program(code, 'harvest'))).toMatchObject(unusable('code'));
      },
    );

    it('refuses a question about no town, and about more towns than it takes', async () => {
      const five = Array.from({ length: townLimit + 1 }, (_, index) => String(13101 + index));
      const codes = five.map((digits) => digits + checkDigit(digits));
      expect((await refused(backend.programs([]))).code).toBe('invalid-parameter');
      expect((await refused(backend.programs(codes))).code).toBe('invalid-parameter');
    });

    it.each(['nothing', '', '.', '..', '../x', 'a b', 'あ', 'x'.repeat(101), 'toString', '__proto__', 'harvest.ics'])(
      'knows no program %j',
      async (id) => {
        expect((await refused(backend.program(fixtureTown.code, id))).code).toBe('program-not-found');
      },
    );

    it('keeps the programs of each town apart', async () => {
      expect((await refused(backend.program(neighbour.code, 'harvest'))).code).toBe('program-not-found');
    });

    it('gives the reason of a signal that has stopped, and nothing else', async () => {
      const signal = AbortSignal.abort(new Error('left the page'));
      await expect(backend.town(fixtureTown.code, { signal })).rejects.toBe(signal.reason);
      await expect(backend.programs([fixtureTown.code], {}, { signal })).rejects.toBe(signal.reason);
      await expect(backend.program(fixtureTown.code, 'harvest', { signal })).rejects.toBe(signal.reason);
    });

    it('gives the reason of a signal that stops while it works', async () => {
      const stop = new AbortController();
      const answer = backend.programs([fixtureTown.code], { q: '待' }, { signal: stop.signal });
      const reason = new Error('typed on');
      stop.abort(reason);
      await expect(answer).rejects.toBe(reason);
    });
  });
}
