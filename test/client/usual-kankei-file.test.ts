import { readKankeiFile } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { usualKankeiFile } from '../../packages/client/src/usual-kankei-file.ts';
import fc from '../fixtures/fast-check.ts';
import { fixtureTown } from '../fixtures/programs.ts';

const whole = {
  $schema: 'later',
  town: {
    ...fixtureTown,
    nameKana: 'まち',
    prefecture: '架空県',
    url: 'https://town.example/',
    programsUrl: 'https://town.example/list/',
    greeting: 'ようこそ',
    supporterTitle: '応援団',
    contact: { name: '係', email: 'desk@town.example' },
    fanclub: { title: 'ファンクラブ' },
    furusato: 7,
  },
  programs: ['events.csv', { url: 'tours.json', base: 'https://tours.example/' }],
};
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('a usual kankei.json', () => {
  it('is read as the contract’s schemas read it', () => {
    const least = { town: { code: fixtureTown.code, name: '町' }, programs: ['a.json'] };
    for (const json of [whole, least]) expect({ file: usualKankeiFile(copy(json)) }).toEqual(readKankeiFile(json));
  });

  const values = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      '',
      7,
      'あ'.repeat(11),
      'あ'.repeat(3000),
      '\u0007',
      '999999',
      '212172',
      'javascript:alert(1)',
      [],
      ['a.json', 7],
      [{ url: 'a.json', town: fixtureTown.code }],
      [{ url: 'a.json', town: '212172' }],
      [{ url: 'a.json', more: 1 }],
      { code: fixtureTown.code, name: '町', more: 1 },
      [fixtureTown],
    ),
    fc.jsonValue(),
  );
  const places = fc.constantFrom(
    ...[...Object.keys(whole.town), 'more', '__proto__'].map((name) => ['town', name]),
    ['town'],
    ['towns'],
    ['programs'],
    ['programs', '0'],
    ['programs', '1'],
    ['programs', '1', 'url'],
    ['programs', '1', 'base'],
    ['programs', '1', 'town'],
  );

  it('is none that the schemas refuse, or would read otherwise', () => {
    const outcomes = { taken: 0, left: 0, refused: 0 };
    fc.assert(
      fc.property(places, values, (path, value) => {
        const given = copy(whole) as unknown as Record<string, unknown>;
        const holder = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, given);
        Object.defineProperty(holder, path.at(-1)!, { value, enumerable: true, configurable: true, writable: true });
        const strict = readKankeiFile(given);
        const read = usualKankeiFile(given);
        outcomes[read ? 'taken' : 'file' in strict ? 'left' : 'refused']++;
        if (read) expect({ file: read }).toEqual(strict);
      }),
      { numRuns: 3000 },
    );
    expect(outcomes.taken).toBeGreaterThan(100);
    expect(outcomes.left).toBeGreaterThan(50);
    expect(outcomes.refused).toBeGreaterThan(500);
  });

  it.each([null, [], 'a', {}, { town: fixtureTown }, { town: fixtureTown, programs: [] }])('is not %j', (json) => {
    expect(usualKankeiFile(json)).toBeUndefined();
  });
});
