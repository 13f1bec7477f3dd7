import {
  deadlineAt,
  efforts,
  facetValues,
  fromSearchParams,
  type Program,
  type ProgramItem,
  type ProgramQuery,
  pasts,
  payTypes,
  programKinds,
  programModes,
  queryPrograms,
  sessionSpan,
  sorts,
  toInstant,
  toSearchParams,
} from '@kankei/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../packages/server/src/storage/database.ts';
import { findPrograms, searchPrograms } from '../../packages/server/src/storage/program-search.ts';
import { replacePrograms } from '../../packages/server/src/storage/program-store.ts';
import { saveTown } from '../../packages/server/src/storage/town-store.ts';
import { explain, isScan } from '../../scripts/bench/plans.ts';
import { arbitraryDay, arbitraryPrograms } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms, makeProgram, now } from '../fixtures/programs.ts';

const towns = ['212172', '221309', '999997'];

let db: Database;
beforeEach(async () => {
  db = await openDatabase(':memory:');
  for (const code of towns) await saveTown(db, { code, name: code }, now);
});
afterEach(() => db.destroy());

async function store(programs: Program[]): Promise<void> {
  for (const town of towns) {
    const own = programs.filter((program) => program.town === town);
    await replacePrograms(db, own, { town, source: 'import', now });
  }
}

/** What the server answers, in the shape core answers in. */
async function search(query: ProgramQuery, at: number, asked = towns) {
  const page = await searchPrograms(db, asked, query, at);
  if (!page) return undefined;
  const { items, ...rest } = page;
  const programs: ProgramItem[] = JSON.parse(`[${items}]`);
  return { programs, ...rest };
}

function readQuery(input: Parameters<typeof toSearchParams>[0]): ProgramQuery {
  const read = fromSearchParams(toSearchParams(input));
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.query;
}

/** A piece of a text, as somebody would search for it; the words LIKE reads as patterns among them. */
const pieceOf = (text: string, max: number) =>
  fc.tuple(fc.nat(text.length), fc.integer({ min: 1, max })).map(([at, length]) => text.slice(at, at + length));

/** A few filters at a time, so that queries find something in these programs more often than not. */
function arbitraryQuery(programs: Program[]): fc.Arbitrary<ProgramQuery> {
  const values = (name: 'theme' | 'area') => ['無い', ...new Set(programs.flatMap((one) => facetValues(one, name)))];
  const titles = programs.map(({ title, description }) => `${title} ${description ?? ''}`).join(' ') || '無い';
  const places = programs.map(({ place }) => `${place?.name ?? ''}${place?.area ?? ''}`).join('') || '無い';
  const choice = (all: readonly string[]) => fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 3 });
  const word = (text: string, max: number) => fc.oneof(pieceOf(text, max), fc.constantFrom('%', '_', '\\', ' ', "'"));
  const days = programs.flatMap(({ sessions }) =>
    sessions.flatMap(({ startDate, endDate }) => [startDate, endDate ?? []]),
  );
  const day = fc.oneof(arbitraryDay, fc.constantFrom('2026-11-21', '0001-01-01', '9999-12-31', ...days.flat()));
  const filters = {
    id: choice(['nowhere', ...programs.map(({ id }) => id)]),
    q: fc.array(word(titles, 6), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    kind: choice(programKinds),
    mode: choice(programModes),
    theme: choice(values('theme')),
    area: choice(values('area')),
    town: choice(towns),
    effort: choice(efforts),
    pay: choice(payTypes),
    place: word(places, 6),
    from: day,
    to: day,
    open: fc.boolean(),
  };
  const names = fc.subarray(Object.keys(filters) as (keyof typeof filters)[], { maxLength: 3 });
  const paging = fc.record(
    { past: fc.constantFrom(...pasts), sort: fc.constantFrom(...sorts), limit: fc.constantFrom(1, 2, 3, 20, 100) },
    { requiredKeys: [] },
  );
  return fc
    .tuple(names, fc.record(filters), paging)
    .map(([some, all, more]) => ({ ...Object.fromEntries(some.map((name) => [name, all[name]])), ...more }))
    .map((input) => fromSearchParams(toSearchParams(input)))
    .filter((read) => 'query' in read)
    .map((read) => (read as { query: ProgramQuery }).query);
}

/** Instants at which something changes, to the millisecond, as well as any other. */
function arbitraryInstant(programs: Program[]): fc.Arbitrary<number> {
  const moments = programs.flatMap((program) => [
    ...program.sessions.map(sessionSpan).flatMap(({ start, end }) => [start, end]),
    deadlineAt(program) ?? now,
  ]);
  const moment = fc.constantFrom(now, ...moments);
  return fc.oneof(
    moment,
    moment.map((at) => at - 1),
    arbitraryDay.map((date) => toInstant(date)),
  );
}

/** Programs as any importer may make them, also with a theme that is named twice. */
const programsToStore = arbitraryPrograms({ maxLength: 14 }).map((programs) =>
  programs.map((program, index) =>
    index % 5 ? program : { ...program, themes: [...program.themes, ...program.themes] },
  ),
);

const day = fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22');
const time = fc.constantFrom('00:00', '12:00', '23:59');

/** Programs of three days, where everything begins, ends and closes at the same few instants. */
const arbitraryNeighbours = fc
  .array(
    fc.record(
      {
        sessions: fc.array(
          fc.record({ startDate: day, startTime: time, endDate: day, endTime: time }, { requiredKeys: ['startDate'] }),
          { maxLength: 2 },
        ),
        deadline: fc.record({ date: day, time }, { requiredKeys: ['date'] }),
        status: fc.constantFrom('scheduled', 'full'),
        placesLeft: fc.constantFrom(0, 1),
      },
      { requiredKeys: ['sessions'] },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.map((facts, index) => makeProgram({ id: `p${index}`, ...facts } as Program)));

describe('the SQL of a listing', () => {
  it('agrees with core at the very instant something begins, ends or closes', async () => {
    const query = fc
      .record(
        { from: day, to: day, open: fc.boolean(), past: fc.constantFrom(...pasts), sort: fc.constantFrom(...sorts) },
        { requiredKeys: [] },
      )
      .map(readQuery);
    const all = arbitraryNeighbours.chain((programs) =>
      fc.record({ programs: fc.constant(programs), query, at: arbitraryInstant(programs) }),
    );
    await fc.assert(
      fc.asyncProperty(all, async ({ programs, query, at }) => {
        await store(programs);
        expect(await search(query, at)).toEqual(queryPrograms(programs, query, at));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('answers every query as core defines it, page by page', async () => {
    const all = programsToStore.chain((programs) =>
      fc.record({
        programs: fc.constant(programs),
        queries: fc.array(arbitraryQuery(programs), { minLength: 1, maxLength: 6 }),
        at: arbitraryInstant(programs),
      }),
    );
    await fc.assert(
      fc.asyncProperty(all, async ({ programs, queries, at }) => {
        await store(programs);
        for (const query of queries)
          for (let cursor: string | undefined, page = 0; page < 20; page++) {
            const asked = cursor ? { ...query, cursor } : query;
            const expected = queryPrograms(programs, asked, at);
            expect(await search(asked, at)).toEqual(expected);
            cursor = expected?.next;
            if (!cursor) break;
          }
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  it('answers every page in order, be it of the few among many or of many', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      ...fixturePrograms[index % fixturePrograms.length]!,
      id: `p${index}`,
    }));
    await store(many);
    const id = fc.uniqueArray(fc.constantFrom(...many.map((one) => one.id)), { minLength: 1, maxLength: 40 });
    const asked = fc.record(
      { id, past: fc.constantFrom(...pasts), sort: fc.constantFrom(...sorts), limit: fc.integer({ min: 1, max: 9 }) },
      { requiredKeys: ['limit'] },
    );
    await fc.assert(
      fc.asyncProperty(asked, async (input) => {
        for (let cursor: string | undefined, page = 0; page < 20; page++) {
          const query = readQuery({ ...input, ...(cursor && { cursor }) });
          const expected = queryPrograms(many, query, now)!;
          expect(await search(query, now)).toEqual(expected);
          cursor = expected.next;
          if (!cursor) break;
        }
      }),
    );
  }, 60_000);

  it('answers for the towns that were asked and no other', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPrograms(), fc.subarray(towns, { minLength: 1 }), async (programs, asked) => {
        await store(programs);
        const own = programs.filter(({ town }) => asked.includes(town));
        const query = readQuery({ past: 'include', limit: 100 });
        expect(await search(query, now, asked)).toEqual(queryPrograms(own, query, now));
      }),
      { numRuns: 30 },
    );
  });

  it('reads all of a listing in its order, chunk by chunk', async () => {
    const many = Array.from({ length: 450 }, (_, index) => ({
      ...fixturePrograms[index % fixturePrograms.length]!,
      id: `p${index}`,
    }));
    await store(many);
    const query = readQuery({ past: 'include', limit: 100 });
    const found = await collect(findPrograms(db, towns, query, { now }));
    const expected: string[] = [];
    for (let cursor: string | undefined; expected.length < many.length; ) {
      const page = queryPrograms(many, cursor ? { ...query, cursor } : query, now)!;
      expected.push(...page.programs.map(({ id }) => id));
      cursor = page.next;
    }
    expect(found.map(({ id }) => id)).toEqual(expected);
    expect(found).toEqual(expect.arrayContaining(many));
    const some = await collect(findPrograms(db, towns, query, { now, most: 210 }));
    expect(some.map(({ id }) => id)).toEqual(expected.slice(0, 210));
  });

  it.each(['しめ縄', 'シメ縄', 'ｼﾒ縄', '縄', 'ﾂﾞｸﾘ', '講座　シメ', 'づくり 縄 座'])(
    'finds しめ縄づくり講座 by %s',
    async (q) => {
      await store(fixturePrograms);
      const found = await search(readQuery({ q }), now);
      expect(found!.programs.map(({ title }) => title)).toEqual(['しめ縄づくり講座']);
    },
  );

  it('does not take a cursor that is none of ours', async () => {
    expect(await search(readQuery({ cursor: 'abc' }), now)).toBeUndefined();
  });

  it('reads no table from end to end', async () => {
    await store(fixturePrograms);
    const asked: Parameters<typeof readQuery>[0][] = [
      {},
      { kind: ['help'], theme: ['農業'] },
      { sort: 'new', q: '縄' },
      { q: 'しめ縄 づくり', kind: ['course'] },
      { from: '2026-11-22', open: true, past: 'include' },
      { town: ['999997'], effort: ['light'], pay: ['wage'] },
      { sort: 'deadline', mode: ['online'], area: ['むすび野町'] },
      { past: 'only', place: '公民館' },
    ];
    for (const input of asked) {
      const query = readQuery({ ...input, limit: 1 });
      // What follows the first page is found anew: a database that is watched has no index in memory yet.
      const { next } = (await searchPrograms(db, ['999997'], query, now))!;
      for (const cursor of [undefined, next]) {
        const page = { ...query, ...(cursor && { cursor }) };
        const plan = await explain(db, (watched) => searchPrograms(watched, ['999997'], page, now));
        expect(plan).toContainEqual(expect.stringContaining('USING COVERING INDEX program_listing (town=?'));
        expect(plan.some((step) => step.includes('program_gram'))).toBe('q' in input || 'place' in input);
        expect(plan.filter(isScan)).toEqual([]);
      }
    }
  });

  it('reads nothing but the items of a page when all else is in memory', async () => {
    await store(fixturePrograms);
    const ask = (watched: Database, input: Parameters<typeof readQuery>[0], at = now) =>
      searchPrograms(watched, ['999997'], readQuery(input), at);
    const first = async (watched: Database) => {
      await ask(watched, { past: 'include', limit: 100 });
      await ask(watched, { q: '縄' });
    };
    const isItem = (step: string) => /json_each|program_document|ORDER BY/.test(step);
    const steps = async (action: (watched: Database) => Promise<void>) =>
      (await explain(db, action)).filter((step) => !isItem(step));
    const all = await steps(async (watched) => {
      await first(watched);
      await ask(watched, { open: true, kind: ['help', 'event'], theme: ['農業'] });
      await ask(watched, { sort: 'new', from: '2026-11-22', q: '縄', limit: 1 });
      await ask(watched, { past: 'only' }, now + 86_400_000);
    });
    expect(all).toEqual(await steps(first));
    expect(all).not.toEqual([]);
  });

  it('finds what was written since it was asked last, by whatever it is asked', async () => {
    await store(fixturePrograms);
    const queries = [{}, { q: '縄' }, { kind: ['course' as const] }, { sort: 'new' as const }].map(readQuery);
    const rename = (title: string) => fixturePrograms.map((program) => ({ ...program, title }));
    for (const programs of [fixturePrograms, rename('縄'), fixturePrograms.slice(2), rename('網'), [], rename('縄')]) {
      await store(programs);
      for (const query of queries) expect(await search(query, now)).toEqual(queryPrograms(programs, query, now));
    }
  });

  it('asks again for what could not be read', async () => {
    await store(fixturePrograms);
    let failing = true;
    const watched = db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        if (failing && result.rows.some((row) => 'theme' in row)) throw new Error('the disk is gone');
        return result;
      },
    });
    const query = readQuery({});
    await expect(searchPrograms(watched, towns, query, now)).rejects.toThrow('the disk is gone');
    failing = false;
    const page = await searchPrograms(watched, towns, query, now);
    expect(page?.total).toBe(queryPrograms(fixturePrograms, query, now)?.total);
    expect(page?.total).toBeGreaterThan(0);
  });

  it('does not find a program by the words of one that was deleted, though it has its number', async () => {
    await store([makeProgram({ id: 'old', title: '縄' })]);
    await db.deleteFrom('town').where('code', '=', '999997').execute();
    await saveTown(db, { code: '999997', name: 'x' }, now + 1);
    const programs = [makeProgram({ id: 'new', title: '網' })];
    await store(programs);
    const numbers = await db.selectFrom('program').select(['id', 'number']).execute();
    expect(numbers).toEqual([{ id: 'new', number: 1 }]);
    for (const q of ['縄', '網']) {
      const query = readQuery({ q, past: 'include' });
      expect(await search(query, now)).toEqual(queryPrograms(programs, query, now));
    }
  });

  it('finds words of any length in any place, and no others', async () => {
    const texts = ['𠮷野家の縄', '縄𠮷', 'abc', 'ab c', 'aab', '縄縄', 'a\'b"c*', '^-:(縄)', 'AND OR NOT', 'ﾊﾟﾝ', 'が'];
    const programs = texts.map((title, index) => makeProgram({ id: `p${index}`, title, summary: title.repeat(3) }));
    await store(programs);
    const words = [
      ...texts,
      ...texts.flatMap((text) => [...text]),
      ...texts.map((text) => [...text].slice(1, 3).join('')),
    ];
    for (const q of [...words, `${texts[0]!.repeat(12)} c`, '縄'.repeat(200)].filter((word) => word.trim())) {
      const query = readQuery({ q, past: 'include' });
      expect((await search(query, now))?.programs).toEqual(queryPrograms(programs, query, now)!.programs);
    }
  });
});

async function collect(programs: AsyncIterable<Program>): Promise<Program[]> {
  const all: Program[] = [];
  for await (const program of programs) all.push(program);
  return all;
}
