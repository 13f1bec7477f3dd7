import { program } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { usualProgram } from '../../packages/client/src/usual-program.ts';
import { arbitraryProgram } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms, fixtureTown, makeProgram } from '../fixtures/programs.ts';

const owner = fixtureTown.code;
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
/** A program with all that it may say. */
const whole = {
  ...copy(
    makeProgram({
      id: 'a',
      sessions: [{ startDate: '2026-02-28', startTime: '09:00', endDate: '2026-03-01', endTime: '10:00' }],
    }),
  ),
  titleKana: 'あ',
  deadline: { date: '2026-02-01', time: '12:00' },
  place: { name: '町', address: '1', area: '町', latitude: 35.1, longitude: 137, access: '歩く', parking: 'なし' },
  capacity: 10,
  placesLeft: 0,
  minimum: 1,
  minimumAge: 6,
  maximumAge: 120,
  languages: ['ja', 'en-GB'],
  host: { name: '主', introduction: '農家' },
  coordinator: { name: '係' },
  organizer: { name: '会', type: 'npo' },
  contact: { name: '係', phone: '0577', extension: '1', email: 'a.b-c@town.example', url: 'https://town.example/' },
  apply: { method: '電話', url: 'https://town.example/apply?x=%E7%94%BA' },
  image: { url: 'https://town.example/a.png', alt: '絵', licence: 'CC BY', credit: '町' },
  url: 'https://town.example/',
  updatedAt: '2026-02-01T09:00:00+09:00',
};

describe('a usual program', () => {
  it('is read as the contract’s schemas read it, whatever a town may offer', () => {
    let known = 0;
    fc.assert(
      fc.property(arbitraryProgram, (one) => {
        const given = copy(one);
        const read = usualProgram(given, owner);
        if (!read) return;
        known++;
        expect(read).toEqual(program.parse(given));
      }),
      { numRuns: 500 },
    );
    expect(known).toBeGreaterThan(100);
  });

  it('is everything the fixtures hold, and one that says all there is to say', () => {
    for (const one of [...fixturePrograms, whole])
      expect(usualProgram(copy(one), owner), one.id).toEqual(program.parse(one));
  });

  it('has what it leaves out filled in as the schemas do, and the town of its file', () => {
    const bare = { id: 'a', kind: 'event', title: 'あ' };
    expect(usualProgram(bare, owner)).toEqual(program.parse({ ...bare, town: owner }));
  });

  const values = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      -1,
      0,
      1.5,
      1e9,
      91,
      true,
      '',
      ' ',
      'junk',
      'あ'.repeat(60),
      'あ'.repeat(40_000),
      '\u0007',
      '\ud800',
      '2026-02-30',
      '2026-2-3',
      '24:00',
      '2026-02-01T09:00:00',
      '2026-02-30T09:00:00Z',
      '2026-02-01T09:00Z',
      ' https://town.example/',
      'https:town.example',
      'https://[',
      'https://a b/',
      'HTTPS://TOWN.EXAMPLE',
      'javascript:alert(1)',
      'a..b@town.example',
      '.a@town.example',
      'a@b',
      'a@-b.example',
      'a_@b-.example',
      '999999',
      [],
      [7],
      {},
      { constructor: 1 },
      { url: 'data:,' },
      Array.from({ length: 31 }, () => 'ja'),
    ),
    fc.jsonValue(),
    fc.webUrl(),
    fc.emailAddress(),
    fc.string({ unit: 'grapheme' }),
  );
  const paths = (value: object): string[][] =>
    Object.entries(value).flatMap(([key, inner]) => [
      [key],
      ...(typeof inner === 'object' && inner ? paths(inner).map((path) => [key, ...path]) : []),
    ]);
  const places = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...paths(whole)) },
    { weight: 1, arbitrary: fc.constantFrom(['nope'], ['place', 'nope'], ['constructor'], ['host', '__proto__']) },
  );

  it('is none with a value the schemas refuse, or would read otherwise', () => {
    const outcomes = { taken: 0, left: 0, refused: 0 };
    fc.assert(
      fc.property(places, values, (path, value) => {
        const given = copy(whole) as Record<string, unknown>;
        const holder = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, given);
        Object.defineProperty(holder, path.at(-1)!, { value, enumerable: true, configurable: true, writable: true });
        const strict = program.safeParse(given);
        const read = usualProgram(given, owner);
        outcomes[read ? 'taken' : strict.success ? 'left' : 'refused']++;
        if (read) expect(read).toEqual(strict.data);
      }),
      { numRuns: 5000 },
    );
    expect(outcomes.taken).toBeGreaterThan(200);
    expect(outcomes.refused).toBeGreaterThan(1000);
  });

  it.each([null, [], 'a', 7, {}])('is not %j', (value) => {
    expect(usualProgram(value, owner)).toBeUndefined();
  });
});
