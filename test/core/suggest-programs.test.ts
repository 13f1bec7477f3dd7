import {
  fold,
  type MatchProfile,
  matches,
  matchQuestion,
  obstaclesIn,
  prefectureAt,
  prefectureNames,
  type RankedProgram,
  rankPrograms,
  regionOf,
  regions,
  suggestPrograms,
} from '@kankei/core';
import { findMunicipality } from '@kankei/core/municipalities';
import { readEventCsv } from '@kankei/formats';
import { describe, expect, it } from 'vitest';
import fc from '../fixtures/fast-check.ts';
import { arbitraryMatchProfile } from '../fixtures/match-profile.ts';
import { matchablePrograms } from '../fixtures/matchable-programs.ts';
import { makeProgram, now } from '../fixtures/programs.ts';
import { shared } from '../fixtures/shared.ts';

const ask = (profile: MatchProfile, limit?: number) => matchQuestion.parse({ profile, ...(limit && { limit }) });
const world = [arbitraryMatchProfile, matchablePrograms()] as const;

describe('suggestions', () => {
  it('are what the contract can say, whatever is asked', () => {
    fc.assert(
      fc.property(...world, (profile, programs) => {
        const answer = suggestPrograms(ask(profile), programs, now);
        expect(matches.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
      }),
    );
  });

  it('are the first of the ranking with a reason and no unmet condition; without any, the nearest are alternatives', () => {
    fc.assert(
      fc.property(...world, fc.integer({ min: 1, max: 5 }), (profile, programs, limit) => {
        const answer = suggestPrograms(ask(profile, limit), programs, now);
        const ranked = rankPrograms(profile, programs, now);
        const met = ranked.filter(({ unmet, reasons }) => unmet === 0 && reasons.length > 0);
        const names = (list: { program: { id: string } }[]) => list.map(({ program }) => program.id);
        expect(answer.total).toBe(met.length);
        expect(names(answer.suggestions)).toEqual(names(met.slice(0, limit)));
        expect(names(answer.alternatives)).toEqual(met.length ? [] : names(ranked.slice(0, limit)));
      }),
    );
  });

  it('say how many programs more meet all conditions, where what stands in the way is loosened', () => {
    const asking = { mode: 'mode', weekday: 'weekdays', month: 'months', length: 'lengths', places: 'people' } as const;
    const suiting = (ranked: RankedProgram[]) => ranked.filter(({ unmet }) => !unmet).length;
    let loosened = 0;
    fc.assert(
      fc.property(...world, (profile, programs) => {
        const before = rankPrograms(profile, programs, now);
        for (const { code, count } of obstaclesIn(before)) {
          const { [asking[code as keyof typeof asking]]: _, ...looser } = profile;
          loosened++;
          expect(suiting(rankPrograms(looser, programs, now))).toBeGreaterThanOrEqual(suiting(before) + count);
        }
      }),
      { numRuns: 300 },
    );
    expect(loosened).toBeGreaterThan(30);
  });

  it('do not ask anybody to be older', () => {
    const adults = makeProgram({ id: 'adults', minimumAge: 18 });
    expect(obstaclesIn(rankPrograms({ age: 15 }, [adults], now))).toEqual([]);
    expect(suggestPrograms(ask({ age: 15 }), [adults], now).alternatives).toHaveLength(1);
  });

  it('are asked for with a profile that has any part or none, and not with what is no part', () => {
    expect(matchQuestion.parse({ profile: {} })).toEqual({ profile: {}, limit: 20 });
    const wrong = { mode: 'there', weekdays: ['saturday'], prefecture: '岐阜', people: 0, words: 7, themes: [''] };
    for (const [name, answer] of Object.entries(wrong))
      expect(matchQuestion.safeParse({ profile: { [name]: answer } }).error?.issues[0]?.path[1]).toBe(name);
    expect(matchQuestion.parse({ profile: { email: 'hana@example.jp' } }).profile).toEqual({});
  });
});

const hamamatsu = shared('data/events/hamamatsu-2026/events_utf8.csv');

describe.skipIf(!hamamatsu)('suggestions among the events of a city (../shared)', () => {
  const { programs } = hamamatsu
    ? readEventCsv(new TextEncoder().encode(hamamatsu), { town: '221309' })
    : { programs: [] };
  const then = Date.parse('2026-02-01T09:00:00+09:00');
  const suggest = (profile: MatchProfile) => suggestPrograms(ask(profile, 10), programs, then);

  it('rest on facts that stand in the event', () => {
    const { suggestions } = suggest({
      themes: ['culture', 'children'],
      weekdays: ['sat', 'sun'],
      prefecture: '静岡県',
    });
    expect(suggestions).toHaveLength(10);
    for (const { program, reasons } of suggestions) {
      const whole = fold(JSON.stringify(programs.find(({ id }) => id === program.id)));
      const found = reasons.filter(({ code }) => code === 'theme').map((reason) => reason.found);
      expect(found.length).toBeGreaterThan(0);
      for (const word of found) expect(whole).toContain(fold(word));
      expect(reasons.map(({ code }) => code)).toContain('same-prefecture');
    }
  });

  it('come for every theme in the words of the city', () => {
    const some = ['food', 'festival', 'nature', 'craft', 'children', 'culture'].map(
      (theme) => suggest({ themes: [theme] }).suggestions[0]?.reasons ?? [],
    );
    for (const reasons of some) expect(reasons.map(({ code }) => code)).toContain('theme');
  });
});

describe('where a place lies', () => {
  it('is told for every prefecture by the code of its municipalities', () => {
    expect(new Set(prefectureNames.map(regionOf))).toEqual(new Set(regions));
    for (const [index, name] of prefectureNames.entries())
      expect(prefectureAt(`${String(index + 1).padStart(2, '0')}0000`)).toBe(name);
    expect(prefectureAt('212172')).toBe(findMunicipality('212172')?.prefecture);
    expect(prefectureAt('999997')).toBeUndefined();
  });

  it.each([
    ['北海道', 'hokkaido'],
    ['福島県', 'tohoku'],
    ['神奈川県', 'kanto'],
    ['新潟県', 'chubu'],
    ['愛知県', 'chubu'],
    ['三重県', 'kinki'],
    ['鳥取県', 'chugoku'],
    ['高知県', 'shikoku'],
    ['沖縄県', 'kyushu'],
    ['overseas', undefined],
  ])('of %s is %s', (prefecture, region) => {
    expect(regionOf(prefecture)).toBe(region);
  });
});
