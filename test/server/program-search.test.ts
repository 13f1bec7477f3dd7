import {
  facetValues,
  fromSearchParams,
  type Program,
  type ProgramQuery,
  pasts,
  programKinds,
  programModes,
  queryPrograms,
  sorts,
  toSearchParams,
} from '@kankei/core';
import fc from 'fast-check';
import { CompiledQuery, type SelectQueryNode, SqliteQueryCompiler } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../packages/server/src/storage/database.ts';
import { findPrograms, searchPrograms } from '../../packages/server/src/storage/program-search.ts';
import { replacePrograms } from '../../packages/server/src/storage/program-store.ts';
import { saveTown } from '../../packages/server/src/storage/town-store.ts';
import { arbitraryDay, arbitraryPrograms } from '../fixtures/arbitrary-program.ts';
import { fixturePrograms, now } from '../fixtures/programs.ts';

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
  return { programs: items.map((item) => JSON.parse(item)), ...rest };
}

function readQuery(input: Parameters<typeof toSearchParams>[0]): ProgramQuery {
  const read = fromSearchParams(toSearchParams(input));
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.query;
}

/** A piece of a text, as somebody would search for it; the words LIKE reads as patterns among them. */
const pieceOf = (text: string, max: number) =>
  fc.tuple(fc.nat(text.length), fc.integer({ min: 1, max })).map(([at, length]) => text.slice(at, at + length));

/** Queries that find something in these programs more often than not. */
function arbitraryQuery(programs: Program[]): fc.Arbitrary<ProgramQuery> {
  const values = (name: 'theme' | 'area') => ['無い', ...new Set(programs.flatMap((one) => facetValues(one, name)))];
  const titles = programs.map(({ title, description }) => `${title} ${description ?? ''}`).join(' ') || '無い';
  const places = programs.map(({ place }) => `${place?.name ?? ''}${place?.area ?? ''}`).join('') || '無い';
  const choice = (all: readonly string[]) => fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 3 });
  const word = (text: string, max: number) => fc.oneof(pieceOf(text, max), fc.constantFrom('%', '_', '\\', ' ', "'"));
  return fc
    .record(
      {
        q: fc.array(word(titles, 3), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
        kind: choice(programKinds),
        mode: choice(programModes),
        theme: choice(values('theme')),
        area: choice(values('area')),
        place: word(places, 3),
        from: fc.oneof(arbitraryDay, fc.constantFrom('2026-11-20', '2026-11-21', '0001-01-01')),
        to: fc.oneof(arbitraryDay, fc.constantFrom('2026-11-21', '2026-11-22', '9999-12-31')),
        open: fc.boolean(),
        past: fc.constantFrom(...pasts),
        sort: fc.constantFrom(...sorts),
        limit: fc.constantFrom(1, 2, 3, 20, 100),
      },
      { requiredKeys: [] },
    )
    .map((input) => fromSearchParams(toSearchParams(input as never)))
    .filter((read) => 'query' in read)
    .map((read) => (read as { query: ProgramQuery }).query);
}

const arbitraryNow = fc.oneof(
  fc.constant(now),
  fc.integer({ min: -60 * 24 * 40, max: 60 * 24 * 40 }).map((minutes) => now + minutes * 60_000),
  arbitraryDay.map((day) => Date.parse(`${day}T00:00:00+09:00`)),
);

describe('the SQL of a listing', () => {
  it('answers every query as core defines it, page by page', async () => {
    const all = arbitraryPrograms({ maxLength: 14 }).chain((programs) =>
      fc.record({
        programs: fc.constant(programs),
        queries: fc.array(arbitraryQuery(programs), { minLength: 1, maxLength: 6 }),
        at: arbitraryNow,
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
      { numRuns: 150 },
    );
  }, 120_000);

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
      { from: '2026-11-22', open: true, past: 'include' },
    ];
    for (const input of asked) {
      const plan = await plansOf((watched) => searchPrograms(watched, ['999997'], readQuery(input), now));
      expect(plan).toContainEqual(expect.stringContaining('USING COVERING INDEX program_listing (town=?'));
      expect(plan.filter((step) => /^SCAN (program|session|town)/.test(step))).toEqual([]);
    }
  });
});

async function collect(programs: AsyncIterable<Program>): Promise<Program[]> {
  const all: Program[] = [];
  for await (const program of programs) all.push(program);
  return all;
}

/** The steps SQLite takes for every statement an action runs. */
async function plansOf(action: (watched: Database) => Promise<unknown>): Promise<string[]> {
  const compiler = new SqliteQueryCompiler();
  const queries: CompiledQuery[] = [];
  await action(
    db.withPlugin({
      transformQuery({ node, queryId }) {
        queries.push(compiler.compileQuery(node as SelectQueryNode, queryId));
        return node;
      },
      transformResult: async ({ result }) => result,
    }),
  );
  const steps: string[] = [];
  for (const { sql, parameters } of queries) {
    const plan = await db.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
    );
    steps.push(...plan.rows.map(({ detail }) => detail));
  }
  return steps;
}
