import {
  efforts,
  fromSearchParams,
  type ProgramQueryInput,
  pasts,
  payTypes,
  programKinds,
  programModes,
  programQuery,
  sorts,
  toSearchParams,
} from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { arbitraryDay, arbitraryId, arbitraryText } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';

const read = (search: string) => fromSearchParams(new URLSearchParams(search));
const query = (search: string) => {
  const result = read(search);
  if ('errors' in result) throw new Error(JSON.stringify(result.errors));
  return result.query;
};
const faults = (search: string) => {
  const result = read(search);
  return 'errors' in result ? result.errors.map(({ name }) => name) : [];
};

const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 4 });
const arbitraryQuery: fc.Arbitrary<ProgramQueryInput> = fc.record(
  {
    id: list(arbitraryId),
    q: arbitraryText(200),
    kind: list(fc.constantFrom(...programKinds)),
    theme: list(arbitraryText(50)),
    mode: list(fc.constantFrom(...programModes)),
    area: list(arbitraryText(100)),
    town: list(fc.constantFrom('999997', '212172')),
    effort: list(fc.constantFrom(...efforts)),
    pay: list(fc.constantFrom(...payTypes)),
    place: arbitraryText(100),
    from: arbitraryDay,
    to: arbitraryDay,
    open: fc.boolean(),
    past: fc.constantFrom(...pasts),
    sort: fc.constantFrom(...sorts),
    limit: fc.integer({ min: 1, max: 100 }),
    cursor: fc.stringMatching(/^[A-Za-z0-9_.-]{1,40}$/),
  },
  { requiredKeys: [] },
);

describe('a query in an address', () => {
  it('comes back as it was, with the defaults filled in', () => {
    fc.assert(
      fc.property(arbitraryQuery, (input) => {
        const search = new URLSearchParams(toSearchParams(input)).toString();
        expect(query(search)).toEqual(programQuery.parse(input));
      }),
      { numRuns: 500 },
    );
  });

  it('is empty when nothing is asked, so that the same question has one address', () => {
    expect(toSearchParams({})).toEqual([]);
    expect(toSearchParams(programQuery.parse({}))).toEqual([]);
    expect(toSearchParams({ sort: 'soon', past: 'exclude', limit: 20, open: true })).toEqual([['open', 'true']]);
    expect(toSearchParams({ kind: ['help', 'tour'] })).toEqual([
      ['kind', 'help'],
      ['kind', 'tour'],
    ]);
  });

  it('has defaults', () => {
    expect(query('')).toEqual({ past: 'exclude', sort: 'soon', limit: 20 });
  });

  it('takes several values of what may be several', () => {
    expect(
      query(
        'kind=help&kind=tour&theme=食&mode=online&mode=unknown&area=a&effort=light&effort=hard&pay=wage&open=false',
      ),
    ).toMatchObject({
      kind: ['help', 'tour'],
      theme: ['食'],
      mode: ['online', 'unknown'],
      area: ['a'],
      effort: ['light', 'hard'],
      pay: ['wage'],
      open: false,
    });
  });
});

/** What the schema says of the same parameters, which it gets as JSON would have them. */
function readBySchema(pairs: [string, string][]): ReturnType<typeof fromSearchParams> {
  const lists = ['id', 'kind', 'theme', 'mode', 'area', 'town', 'effort', 'pay'];
  const input: Record<string, unknown> = {};
  const errors: { name: string; reason: string }[] = [];
  for (const [name, value] of pairs) {
    if (!Object.hasOwn(programQuery.shape, name)) errors.push({ name, reason: 'unknown' });
    else if (lists.includes(name)) input[name] = [...((input[name] as string[]) ?? []), value];
    else if (name in input) errors.push({ name, reason: 'repeated' });
    else if (name === 'limit') input[name] = /^\d{1,4}$/.test(value) ? Number(value) : value;
    else if (name === 'open') input[name] = value === 'true' ? true : value === 'false' ? false : value;
    else input[name] = value;
  }
  const { data, error } = programQuery.safeParse(input);
  errors.push(...(error?.issues ?? []).map(({ path, code }) => ({ name: String(path[0]), reason: code })));
  return errors.length || !data ? { errors } : { query: data };
}

describe('the rules of an address', () => {
  const some = (...texts: string[]) => fc.constantFrom(...texts);
  const character = fc.constantFrom('a', 'あ', '𠮷', '\ud842', '\u0000', '\t', '\n', '\u0085', '_', '/', '.', '1');
  const near = (length: number) =>
    fc.integer({ min: length - 1, max: length + 1 }).chain((size) => character.map((one) => one.repeat(size)));
  const days = fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
    .map(([year, month, day]) => [String(year).padStart(4, '0'), ...[month, day].map((n) => `${n}`.padStart(2, '0'))])
    .map((parts) => parts.join('-'));
  const leapDays = fc.integer({ min: 0, max: 9999 }).map((year) => `${String(year).padStart(4, '0')}-02-29`);
  const words = some(...programKinds, ...programModes, ...efforts, ...payTypes, ...sorts, ...pasts, 'true', 'false');
  const towns = some('212172', '221309', '999997', '212173', '000000', '12', '2121720', '２１２１７２');
  const numbers = some('0', '1', '20', '100', '101', '9999', '10000', '01', '-1', '1.0', '1e1', ' 1', '');
  const value = fc.oneof(
    words,
    towns,
    numbers,
    days,
    leapDays,
    ...[50, 100, 200, 500].map(near),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.stringMatching(/^[A-Za-z0-9_.-]{0,40}$/),
  );
  const name = fc.oneof(
    { weight: 9, arbitrary: some(...Object.keys(programQuery.shape)) },
    some('', 'Kind', 'toString'),
  );
  const pairs = fc.array(fc.tuple(name, value), { maxLength: 6 });
  const many = fc
    .tuple(name, value, fc.integer({ min: 48, max: 52 }))
    .map(([one, text, times]) => Array.from({ length: times }, (): [string, string] => [one, text]));

  it('are those of the schema, down to what is said against a value', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 20, arbitrary: pairs }, many), (given) => {
        const read = fromSearchParams(given);
        expect(read).toEqual(readBySchema(given));
        if ('query' in read) expect(Object.keys(read.query).length).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('an address that cannot be understood', () => {
  it.each([
    ['foo=1', 'foo'],
    ['Kind=help', 'Kind'],
    ['kind=party', 'kind'],
    ['kind=', 'kind'],
    ['mode=offline', 'mode'],
    ['theme=', 'theme'],
    [`theme=${'あ'.repeat(51)}`, 'theme'],
    ['q=', 'q'],
    [`q=${'あ'.repeat(201)}`, 'q'],
    ['q=%00', 'q'],
    ['q=a&q=b', 'q'],
    ['from=2026-02-30', 'from'],
    ['from=2026/11/21', 'from'],
    ['to=20261121', 'to'],
    ['to=2026-11-21T00:00', 'to'],
    ['open=yes', 'open'],
    ['open=', 'open'],
    ['past=maybe', 'past'],
    ['sort=old', 'sort'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=1e2', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=٣', 'limit'],
    ['limit=99999999999999999999', 'limit'],
    ['cursor=%2F..', 'cursor'],
    [`cursor=${'a'.repeat(501)}`, 'cursor'],
    [Array.from({ length: 51 }, (_, index) => `theme=${index}`).join('&'), 'theme'],
  ])('names the parameter: %.40s', (search, name) => {
    expect(faults(search)).toEqual([name]);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('knows no parameter %s', (name) => {
    expect(fromSearchParams([[name, 'x']])).toEqual({ errors: [{ name, reason: 'unknown' }] });
  });

  it('names all at fault at once', () => {
    expect(faults('foo=1&limit=x&from=y&q=ok').toSorted()).toEqual(['foo', 'from', 'limit']);
  });

  it('never throws, and names only what was sent', () => {
    const names = fc.oneof(fc.constantFrom(...Object.keys(programQuery.shape)), fc.string({ unit: 'binary' }));
    const values = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('help', '1', 'true', '2026-11-21', 'only'));
    fc.assert(
      fc.property(fc.array(fc.tuple(names, values), { maxLength: 8 }), (pairs) => {
        const result = fromSearchParams(pairs);
        if ('errors' in result) {
          expect(result.errors.length).toBeGreaterThan(0);
          for (const { name, reason } of result.errors) {
            expect(pairs.map(([sent]) => sent)).toContain(name);
            expect(reason).not.toBe('');
          }
        } else expect(programQuery.parse(result.query)).toEqual(result.query);
      }),
      { numRuns: 1000 },
    );
  });
});
