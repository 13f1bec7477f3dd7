import {
  type Cursor,
  dayLength,
  dayRange,
  dayRangeNames,
  efforts,
  type FacetName,
  facetLimit,
  facetValues,
  fold,
  isOpen,
  isPast,
  type Program,
  type ProgramPage,
  type ProgramQueryInput,
  pasts,
  payTypes,
  programItem,
  programKinds,
  programModes,
  programPage,
  programQuery,
  programState,
  queryPrograms,
  readCursor,
  searchText,
  searchWords,
  sessionSpan,
  sorts,
  toInstant,
  toItem,
  writeCursor,
} from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { arbitraryId, arbitraryPrograms, arbitraryText } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms, makeProgram, now } from '../fixtures/programs.ts';

function ask(programs: Program[], query: ProgramQueryInput = {}, at = now): ProgramPage {
  const page = queryPrograms(programs, programQuery.parse({ limit: 100, ...query }), at);
  if (!page) throw new Error('the cursor was refused');
  return page;
}

const ids = (page: Pick<ProgramPage, 'programs'>) => page.programs.map(({ id }) => id);
const names = (page: Pick<ProgramPage, 'programs'>) => page.programs.map(({ town, id }) => `${town}/${id}`);
const found = (query: ProgramQueryInput) => ids(ask(fixturePrograms, query)).toSorted();

/** Filters that hit something: small alphabets, days around the programs made up, and seldom more than one at once. */
const days = fc
  .integer({ min: -40, max: 40 })
  .map((days) => new Date(now + days * dayLength).toISOString().slice(0, 10));
const everyFilter = fc.record({
  q: fc.constantFrom('あ', 'う', '漢', 'きょう', 'ｱ', 'a', '円'),
  kind: fc.subarray([...programKinds], { minLength: 5 }),
  mode: fc.subarray([...programModes], { minLength: 2 }),
  theme: fc.subarray(['農業', '食', '祭り'], { minLength: 1 }),
  town: fc.subarray(['999997', '221309', '212172'], { minLength: 1 }),
  effort: fc.subarray([...efforts], { minLength: 1 }),
  pay: fc.subarray([...payTypes], { minLength: 1 }),
  place: fc.constantFrom('あ', '漢', '1'),
  from: days,
  to: days,
  open: fc.boolean(),
});
type FilterName = keyof ProgramQueryInput;
const filterNames: FilterName[] = [
  'q',
  'kind',
  'mode',
  'theme',
  'town',
  'effort',
  'pay',
  'place',
  'from',
  'to',
  'open',
];
const arbitraryFilters: fc.Arbitrary<ProgramQueryInput> = fc
  .tuple(everyFilter, fc.oneof(fc.constant<FilterName[]>([]), fc.subarray(filterNames, { minLength: 1, maxLength: 2 })))
  .map(([all, chosen]) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => chosen.includes(name as FilterName))),
  );
const arbitraryQuery = fc
  .tuple(
    arbitraryFilters,
    fc.record({ past: fc.constantFrom(...pasts), sort: fc.constantFrom(...sorts) }, { requiredKeys: [] }),
  )
  .map(([filters, rest]) => ({ ...filters, ...rest }));
const few = arbitraryPrograms({ maxLength: 14 });

describe('pages', () => {
  it('put together are the one big page, without doubles or gaps, also while the clock runs on', () => {
    fc.assert(
      fc.property(few, arbitraryQuery, fc.integer({ min: 1, max: 5 }), (programs, query, limit) => {
        const whole = ask(programs, query);
        const together: string[] = [];
        let cursor: string | undefined;
        let at = now;
        do {
          const page: ProgramPage = ask(programs, { ...query, limit, ...(cursor ? { cursor } : {}) }, at);
          expect(page.programs.length).toBe(Math.min(limit, whole.total - together.length));
          expect(page).toMatchObject({ total: whole.total, asOf: whole.asOf, facets: whole.facets, past: whole.past });
          together.push(...names(page));
          expect(page.next === undefined).toBe(together.length === whole.total);
          cursor = page.next;
          at += 100 * dayLength;
        } while (cursor);
        expect(together).toEqual(names(whole));
        expect(whole.total).toBe(together.length);
      }),
    );
  });

  it('do not depend on the order the programs came in', () => {
    fc.assert(
      fc.property(few, arbitraryQuery, (programs, query) => {
        expect(ask(programs.toReversed(), query)).toEqual(ask(programs, query));
      }),
    );
  });

  it('are what the schema says', () => {
    fc.assert(
      fc.property(few, arbitraryQuery, (programs, query) => {
        const page = ask(programs, query);
        expect(programPage.parse(page)).toEqual(page);
      }),
    );
  });

  it('go on where they were when a program is gone meanwhile', () => {
    const first = ask(fixturePrograms, { limit: 3, past: 'include' });
    const rest = fixturePrograms.filter(({ id }) => id !== first.programs.at(-1)!.id);
    const second = ask(rest, { limit: 100, past: 'include', cursor: first.next! });
    expect([...ids(first), ...ids(second)].toSorted()).toEqual(fixturePrograms.map(({ id }) => id).toSorted());
  });
});

describe('cursors', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(
        fc.record<Cursor>({
          asOf: fc.integer({ min: Date.parse('0000-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59Z') }),
          group: fc.integer({ min: 0, max: 2 }),
          key: fc.maxSafeInteger(),
          town: fc.constantFrom('999997', '212172'),
          id: arbitraryId,
        }),
        (cursor) => {
          expect(readCursor(writeCursor(cursor))).toEqual(cursor);
          expect(programQuery.safeParse({ cursor: writeCursor(cursor) }).success).toBe(true);
        },
      ),
    );
  });

  it.each([
    '',
    'x',
    '1.0.1.999997',
    '1.0.1.999997.',
    '1.0.1.999997.a.b',
    '1.0.1.99999.a',
    '...999997.a',
    'NaN.0.1.999997.a',
    'Infinity.0.1.999997.a',
    '0x10.0.1.999997.a',
    '1e3.0.1.999997.a',
    ' 1.0.1.999997.a',
    '1.-1.1.999997.a',
    '1.0.99999999999999999999.999997.a',
    '9007199254740991.0.1.999997.a',
    `1.0.1.999997.${'a'.repeat(101)}`,
    '1.0.1.999997.あ',
    "1.0.1.999997.a' OR 1=1",
  ])('that are none of ours are refused: %j', (text) => {
    expect(readCursor(text)).toBeUndefined();
    if (text) expect(queryPrograms(fixturePrograms, { ...programQuery.parse({}), cursor: text }, now)).toBeUndefined();
  });

  it('take no instant a page could not say', () => {
    const read = (asOf: number) => readCursor(writeCursor({ asOf, group: 0, key: 1, town: '999997', id: 'a' }));
    expect(read(Date.parse('9999-12-31T23:59:59Z'))?.asOf).toBe(253402300799000);
    expect(read(Date.parse('9999-12-31T23:59:59Z') + 1000)).toBeUndefined();
    expect(read(8.64e15)).toBeUndefined();
    expect(read(Date.parse('0000-01-01T00:00:00Z') - 1)).toBeUndefined();
  });

  it('never throw, whatever is sent', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_.-]{1,60}$/), (cursor) => {
        const page = queryPrograms(fixturePrograms, programQuery.parse({ cursor }), now);
        expect(page === undefined).toBe(readCursor(cursor) === undefined);
      }),
    );
  });
});

describe('facets', () => {
  const facets: FacetName[] = ['kind', 'mode', 'theme', 'area', 'town', 'effort', 'pay'];

  it('count what choosing a value really leaves', () => {
    fc.assert(
      fc.property(few, arbitraryQuery, fc.constantFrom(...facets), (programs, query, facet) => {
        for (const { value, count } of ask(programs, query).facets[facet])
          expect(ask(programs, { ...query, [facet]: [value] }).total, `${facet}=${value}`).toBe(count);
      }),
    );
  });

  it('count towns as asking one town alone would', () => {
    fc.assert(
      fc.property(few, arbitraryQuery, (programs, { town, ...query }) => {
        for (const { value, count } of ask(programs, query).facets.town)
          expect(
            ask(
              programs.filter(({ town }) => town === value),
              query,
            ).total,
          ).toBe(count);
      }),
    );
  });

  it('name every value that leaves something, once, whichever of them is chosen now', () => {
    fc.assert(
      fc.property(few, arbitraryQuery, fc.constantFrom(...facets), fc.nat(), (programs, query, facet, which) => {
        const { [facet]: _, ...open } = query;
        const left = new Set(names(ask(programs, open)));
        const matching = programs.filter(({ town, id }) => left.has(`${town}/${id}`));
        const values = [...new Set(matching.flatMap((one) => facetValues(one, facet)))];
        const chosen = values.length ? { [facet]: [values[which % values.length]!] } : {};
        const listed = ask(programs, { ...open, ...chosen }).facets[facet];
        expect(listed.map(({ value }) => value).toSorted()).toEqual(values.toSorted());
        const counts = listed.map(({ count }) => count);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      }),
    );
  });

  it('count what asking for what is open, and for each stretch of days, really leaves', () => {
    fc.assert(
      fc.property(few, arbitraryQuery, (programs, query) => {
        const page = ask(programs, query);
        expect(page.open).toBe(ask(programs, { ...query, open: true }).total);
        for (const name of dayRangeNames)
          expect(page.days[name], name).toBe(ask(programs, { ...query, ...dayRange(name, now) }).total);
      }),
    );
    // The fixtures' instant is a Saturday at noon, with a session since eleven.
    expect(ask(fixturePrograms).days).toEqual({ today: 2, weekend: 2, month: 4, nextMonth: 5 });
  });

  it('count a program once for a theme it names twice', () => {
    expect(ask([makeProgram({ id: 'x', themes: ['食', '食'] })]).facets.theme).toEqual([{ value: '食', count: 1 }]);
  });

  it('list no more than the limit, the rarest left out', () => {
    const many = Array.from({ length: facetLimit + 10 }, (_, index) =>
      makeProgram({ id: `p${index}`, themes: index ? [`t${index}`] : ['t0', 't1'] }),
    );
    const { theme } = ask(many).facets;
    expect(theme).toHaveLength(facetLimit);
    expect(theme[0]).toEqual({ value: 't1', count: 2 });
  });
});

describe('filters', () => {
  it('only ever narrow, each of them', () => {
    fc.assert(
      fc.property(few, arbitraryQuery, arbitraryFilters, (programs, query, more) => {
        const before = new Set(names(ask(programs, query)));
        for (const [name, value] of Object.entries(more)) {
          if (name in query) continue;
          for (const left of names(ask(programs, { ...query, [name]: value }))) expect(before).toContain(left);
        }
      }),
    );
  });

  it('let through exactly what each of them says', () => {
    fc.assert(
      fc.property(few, arbitraryQuery, (programs, query) => {
        const { q, kind, mode, theme, town, effort, pay, place, from, to, open, past = 'exclude' } = query;
        const fits = (one: Program) =>
          (!q || searchWords(q).every((word) => searchText(one).includes(word))) &&
          (!kind || kind.includes(one.kind)) &&
          (!mode || mode.includes(one.mode)) &&
          (!theme || one.themes.some((own) => theme.includes(own))) &&
          (!town || town.includes(one.town)) &&
          (!effort || (one.effort !== undefined && effort.includes(one.effort))) &&
          (!pay || (one.pay !== undefined && pay.includes(one.pay))) &&
          (!place ||
            fold([one.place?.name, one.place?.area, one.place?.address, one.meetingPlace].join(' ')).includes(
              fold(place),
            )) &&
          ((!from && !to) ||
            one.sessions.some((session) => {
              const { start, end } = sessionSpan(session);
              return (!from || end > toInstant(from)) && (!to || start < toInstant(to) + dayLength);
            })) &&
          (!open || isOpen(programState(one, now))) &&
          (past === 'include' || isPast(one, now) === (past === 'only'));
        expect(names(ask(programs, query)).toSorted()).toEqual(
          programs
            .filter(fits)
            .map(({ town, id }) => `${town}/${id}`)
            .toSorted(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('leave out what is over unless asked, and count it', () => {
    expect(ids(ask(fixturePrograms))).not.toContain('over');
    expect(ask(fixturePrograms).past).toBe(1);
    expect(found({ past: 'only' })).toEqual(['over']);
    expect(found({ past: 'include' })).toHaveLength(fixturePrograms.length);
    expect(ask(fixturePrograms, { kind: ['help'] }).past).toBe(1);
    expect(ask(fixturePrograms, { kind: ['tour'] }).past).toBe(0);
  });

  it('take the days of Tokyo, both ends included', () => {
    const on = (from?: string, to?: string) => found({ ...(from ? { from } : {}), ...(to ? { to } : {}) });
    expect(on('2026-11-28', '2026-11-28')).toEqual(['exhibition', 'harvest']);
    expect(on('2027-01-24', '2027-01-24')).toEqual(['exhibition', 'stay']);
    expect(on('2027-01-25', '2027-01-25')).toEqual(['exhibition']);
    expect(on('2027-04-01')).toEqual([]);
    expect(on(undefined, '2026-08-31')).toEqual([]);
    // Programs without dates are on no day.
    expect(on('2000-01-01', '2099-12-31')).not.toContain('bare');
  });

  it('keep what is named by id, in whatever order', () => {
    expect(found({ id: ['letter', 'harvest', 'nowhere'] })).toEqual(['harvest', 'letter']);
    expect(found({ id: ['over'] })).toEqual([]);
    expect(found({ id: ['over'], past: 'include' })).toEqual(['over']);
  });

  it('keep the effort and the pay that are wished, never what is unknown', () => {
    expect(found({ effort: ['light'] })).toEqual(['today']);
    expect(found({ effort: ['medium', 'hard'] })).toEqual(['harvest', 'stay']);
    expect(found({ pay: ['wage', 'volunteer'] })).toEqual(['stay', 'today']);
  });

  it('keep what one can still join', () => {
    expect(found({ open: true })).toEqual(['bare', 'exhibition', 'harvest', 'letter', 'online-tea', 'stay', 'today']);
    expect(found({ open: false })).toHaveLength(fixturePrograms.length - 1);
  });
});

describe('keywords', () => {
  it('of one character find', () => {
    expect(found({ q: '畑' })).toEqual(['harvest']);
    expect(found({ q: '茶' })).toEqual(['online-tea']);
  });

  it.each(['ダイコン', 'だいこん', 'ﾀﾞｲｺﾝ', ' ﾀﾞｲｺﾝ　'])('are the same in every kana and width: %s', (q) => {
    expect(found({ q })).toEqual(['harvest']);
  });

  it('of several words must all occur, in any order and field', () => {
    expect(found({ q: 'きみ 大根' })).toEqual(['harvest']);
    expect(found({ q: '大根　お茶会' })).toEqual([]);
  });

  it('are text, not patterns', () => {
    for (const q of ['.', '%', '_', '.*', '\\', "' OR 1=1 --"]) expect(found({ q })).toEqual([]);
  });

  it('of white space alone ask nothing', () => {
    expect(found({ q: '　' })).toHaveLength(fixturePrograms.length - 1);
  });

  it('find any program by any part of what it says', () => {
    fc.assert(
      fc.property(few, fc.nat(), fc.nat(), (programs, which, where) => {
        const program = programs[which % programs.length];
        if (!program) return;
        const characters = [...program.title];
        const start = where % characters.length;
        const part = characters.slice(start, start + 2).join('');
        // Half of a letter and its mark is not a part that a person could type.
        if (!fold(program.title).includes(fold(part))) return;
        expect(names(ask(programs, { q: part, past: 'include' }))).toContain(`${program.town}/${program.id}`);
      }),
    );
  });
});

describe('the order', () => {
  const at = (id: string, startDate: string, more: Partial<Program> = {}) =>
    makeProgram({ id, sessions: [{ startDate }], ...more });

  it('puts the next thing that happens first, undated ones behind, and what is over last, the latest first', () => {
    const programs = [
      at('a-past-old', '2026-01-01'),
      makeProgram({ id: 'undated' }),
      at('late', '2027-01-01'),
      makeProgram({ id: 'year', sessions: [{ startDate: '2026-04-01', endDate: '2027-03-31' }] }),
      makeProgram({ id: 'undated-deadline', deadline: { date: '2026-12-01' } }),
      at('past-new', '2026-11-01'),
      at('soon', '2026-11-25'),
    ];
    expect(ids(ask(programs, { past: 'include' }))).toEqual([
      'soon',
      'late',
      'year',
      'undated-deadline',
      'undated',
      'past-new',
      'a-past-old',
    ]);
  });

  it('by deadline puts those to come first and those without behind', () => {
    const programs = [
      at('none', '2026-11-25'),
      at('late', '2026-12-25', { deadline: { date: '2026-12-20' } }),
      at('gone', '2026-12-01', { deadline: { date: '2026-11-01' } }),
      at('soon', '2026-12-31', { deadline: { date: '2026-11-22' } }),
    ];
    expect(ids(ask(programs, { sort: 'deadline' }))).toEqual(['soon', 'late', 'gone', 'none']);
  });

  it('by newness puts the last change first and what does not say behind', () => {
    const programs = [
      makeProgram({ id: 'unsaid' }),
      makeProgram({ id: 'old', updatedAt: '2026-01-01T00:00:00+09:00' }),
      makeProgram({ id: 'new', updatedAt: '2026-11-01T00:00:00Z' }),
    ];
    expect(ids(ask(programs, { sort: 'new' }))).toEqual(['new', 'old', 'unsaid']);
  });
});

describe('a card', () => {
  it('has the words on the fee where no number tells it, as far as there is room', () => {
    const feeNote = '大人500円\n子ども無料';
    expect(toItem(makeProgram({ id: 'x', feeNote })).feeNote).toBe('大人500円 子ども無料');
    expect(toItem(makeProgram({ id: 'x', feeNote, fee: 500 }))).not.toHaveProperty('feeNote');
    expect(toItem(makeProgram({ id: 'x', feeNote: 'あ'.repeat(24) })).feeNote).toBe('あ'.repeat(24));
    expect(toItem(makeProgram({ id: 'x', feeNote: 'あ'.repeat(3000) })).feeNote).toBe(`${'あ'.repeat(23)}…`);
  });

  it('has no long texts, and the beginning of the description where there is no summary', () => {
    fc.assert(
      fc.property(few, (programs) => {
        for (const program of programs) {
          const item = toItem(program);
          expect(programItem.parse(item)).toEqual(item);
          expect(item).not.toHaveProperty('description');
          if (program.summary) expect(item.summary).toBe(program.summary);
          else if (program.description) expect([...item.summary!].length).toBeLessThanOrEqual(120);
          else expect(item.summary).toBeUndefined();
        }
      }),
    );
  });

  it('is made once, however often its program is found', () => {
    const programs = [makeProgram({ id: 'a', title: '大根' }), makeProgram({ id: 'b' })];
    const [one, again] = [ask(programs), ask(programs, { q: '大根' })];
    expect(again.programs[0]).toBe(one.programs.find(({ id }) => id === 'a'));
  });

  it('cuts between characters and says that it cut', () => {
    const { summary } = toItem(makeProgram({ id: 'x', description: '😀\n'.repeat(200) }));
    expect(summary).toBe(`${'😀 '.repeat(60).slice(0, -1)}…`);
    expect(toItem(makeProgram({ id: 'x', description: 'あ'.repeat(120) })).summary).toBe('あ'.repeat(120));
  });

  it('of any text stays a valid text', () => {
    fc.assert(
      fc.property(arbitraryText(30_000), (description) => {
        expect(toItem(makeProgram({ id: 'x', description })).summary).not.toMatch(/[\n\t]|\p{Surrogate}/u);
      }),
    );
  });
});
