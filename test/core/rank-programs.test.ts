import {
  candidateQueries,
  dayAt,
  isOpen,
  isUnmet,
  type MatchProfile,
  misfit,
  type Program,
  programItem,
  programState,
  type RankedProgram,
  rankPrograms,
  readItems,
  reason,
  sessionSpan,
  sortKey,
  toInstant,
  weekdays,
} from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { isHoliday } from '../../packages/core/src/matching/holidays.ts';
import fc from '../fixtures/fast-check.ts';
import { nasty } from '../fixtures/hostile-texts.ts';
import { arbitraryMatchProfile } from '../fixtures/match-profile.ts';
import { matchablePrograms } from '../fixtures/matchable-programs.ts';
import { makeProgram, now } from '../fixtures/programs.ts';

const nameOf = ({ program }: RankedProgram) => `${program.town}/${program.id}`;
const world = [arbitraryMatchProfile, matchablePrograms()] as const;

/** Where a program stands, counted from 0. */
function rankOf(profile: MatchProfile, programs: readonly Program[], wanted: Program): number {
  return rankPrograms(profile, programs, now).findIndex(({ program }) => program === wanted);
}

describe('programs are ranked', () => {
  it('without those that are full, closed, called off or over, and with all others', () => {
    fc.assert(
      fc.property(...world, (profile, programs) => {
        const open = programs.filter((program) => isOpen(programState(program, now)));
        const ranked = rankPrograms(profile, programs, now).map(({ program }) => program);
        expect(ranked).toHaveLength(open.length);
        expect(new Set(ranked)).toEqual(new Set(open));
      }),
    );
  });

  it('the same whatever order they came in', () => {
    const shuffled = matchablePrograms().chain((programs) =>
      fc.tuple(fc.constant(programs), fc.shuffledSubarray(programs, { minLength: programs.length })),
    );
    fc.assert(
      fc.property(arbitraryMatchProfile, shuffled, (profile, [programs, other]) => {
        expect(rankPrograms(profile, other, now)).toEqual(rankPrograms(profile, programs, now));
      }),
    );
  });

  it('by what is said of them and nothing else: unmet conditions, reasons less misfits, light first, date, id', () => {
    fc.assert(
      fc.property(...world, (profile, programs) => {
        const said = rankPrograms(profile, programs, now).map(({ program, reasons, misfits }) => [
          misfits.filter(isUnmet).length,
          misfits.length - reasons.filter(({ code }) => code !== 'light-first').length,
          reasons.some(({ code }) => code === 'light-first') ? 0 : 1,
          ...sortKey(program, 'soon', now),
          program.id,
          program.town,
        ]);
        for (const [index, one] of said.slice(1).entries()) {
          const before = said[index]!;
          const at = before.findIndex((value, place) => value !== one[place]);
          expect(before[at]! < one[at]!).toBe(true);
        }
      }),
    );
  });

  it('as cards just as whole', () => {
    fc.assert(
      fc.property(...world, ({ words: _, ...profile }, programs) => {
        const cards = programs.map((program) => programItem.parse(program));
        const told = (list: RankedProgram[]) => list.map((one) => ({ ...one, program: nameOf(one) }));
        expect(told(rankPrograms(profile, cards, now))).toEqual(told(rankPrograms(profile, programs, now)));
      }),
    );
  });

  it('whatever a person writes, in no more time than a page has', () => {
    const text = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 1000 }));
    const long = fc
      .tuple(text, fc.integer({ min: 1, max: 1000 }))
      .map(([one, times]) => one.repeat(times).slice(0, 1000));
    const wish = long.map((one) => one.slice(0, 50));
    fc.assert(
      fc.property(long, wish, matchablePrograms(), (words, own, programs) => {
        const start = performance.now();
        const ranked = rankPrograms(
          { words, themes: [own], skills: [own], municipality: own, prefecture: '岐阜県' },
          programs,
          now,
        );
        for (const { reasons, misfits } of ranked)
          expect([...readItems(reason, reasons, '').faults, ...readItems(misfit, misfits, '').faults]).toEqual([]);
        expect(performance.now() - start).toBeLessThan(1_000);
      }),
    );
  });

  it('without a change to what was given, and without a reason that is said twice', () => {
    fc.assert(
      fc.property(...world, (profile, programs) => {
        const before = JSON.stringify([profile, programs]);
        for (const { reasons, misfits } of rankPrograms(profile, programs, now))
          expect(new Set([...reasons, ...misfits].map((one) => JSON.stringify(one))).size).toBe(
            reasons.length + misfits.length,
          );
        expect(JSON.stringify([profile, programs])).toBe(before);
      }),
    );
  });
});

describe('a condition that is not met', () => {
  /** Judged anew, from the words of the issue: whoever comes must be old enough and not too old. */
  const fitsAge = ({ age, youngest }: MatchProfile, { minimumAge = 0, maximumAge = 200 }: Program) =>
    [age, youngest].every((years) => years === undefined || (years >= minimumAge && years <= maximumAge));
  const fitsMode = ({ mode = 'both' }: MatchProfile, program: Program) =>
    mode === 'both' || !(mode === 'online' ? ['onsite'] : ['online']).includes(program.mode);
  /** Of programs with one day alone, which leave nothing to choose. */
  const fitsDay = ({ weekdays: wanted = [], months = [] }: MatchProfile, { sessions }: Program) => {
    const [session] = sessions;
    if (!session || sessions.length > 1 || (session.endDate ?? session.startDate) !== session.startDate)
      return undefined;
    const date = new Date(`${session.startDate}T00:00:00Z`);
    const weekday = weekdays[(date.getUTCDay() + 6) % 7]!;
    const hasWeekends = wanted.includes('sat') || wanted.includes('sun');
    return (
      (!wanted.length || wanted.includes(weekday) || (hasWeekends && isHoliday(session.startDate))) &&
      (!months.length || months.some((month) => Number(month) === date.getUTCMonth() + 1))
    );
  };

  it.each([
    ['age', fitsAge],
    ['mode', fitsMode],
    ['date', fitsDay],
  ] as const)('of %s never stands above one that is met', (_, fits) => {
    fc.assert(
      fc.property(...world, (profile, programs) => {
        const ranked = rankPrograms(profile, programs, now);
        const firstUnmet = ranked.findIndex(({ unmet }) => unmet > 0);
        for (const [index, { program, unmet, misfits }] of ranked.entries()) {
          expect(unmet > 0).toBe(firstUnmet >= 0 && index >= firstUnmet);
          expect(misfits.some(isUnmet)).toBe(unmet > 0);
          if (fits(profile, program) === false) expect(unmet).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the only thing that puts a program there: what it does not say is no fault', () => {
    const bare = makeProgram({ id: 'bare', mode: 'unknown' });
    fc.assert(
      fc.property(arbitraryMatchProfile, (profile) => {
        expect(rankPrograms(profile, [bare], now)[0]).toMatchObject({ misfits: [], unmet: 0 });
      }),
    );
  });

  it('counts the places a family needs', () => {
    const [few, enough] = [3, 4].map((placesLeft) => makeProgram({ id: `left-${placesLeft}`, placesLeft }));
    const [first, second] = rankPrograms({ company: 'family', people: 4, experience: 'some' }, [few!, enough!], now);
    expect(first).toMatchObject({ program: enough, unmet: 0, reasons: [{ code: 'places', asked: '4', found: '4' }] });
    expect(second).toMatchObject({ program: few, unmet: 1, misfits: [{ code: 'places', asked: '4', found: '3' }] });
  });
});

describe('words in English', () => {
  const reasonsFor = (words: string, title: string) =>
    rankPrograms({ words, experience: 'some' }, [makeProgram({ id: 'one', title, themes: [] })], now)[0]!.reasons;

  it.each([
    ['I would like to harvest apples', '秋の収穫', 'harvest', '収穫'],
    ['Harvesting and drinking', '秋の収穫', 'Harvesting', '収穫'],
    ['APPLES', 'りんご園のお手伝い', 'APPLES', 'りんご'],
    ['festivals, maybe', '秋祭りの屋台', 'festivals', '祭'],
    ['old houses', '古民家の片づけ', 'houses', '古民家'],
    ['hot springs or an ｏｎｓｅｎ', '温泉の掃除', 'onsen', '温泉'],
    ['DIY', 'DIY で直す', 'DIY', 'DIY'],
  ])('%j find %j, and say by which word', (words, title, asked, found) => {
    expect(reasonsFor(words, title)).toEqual([{ code: 'word', asked, found }]);
  });

  it('count once however many ways there are to say them, and small words count for nothing', () => {
    expect(reasonsFor('hiking', '里山の山歩き、ハイキング')).toHaveLength(1);
    expect(reasonsFor('I want to do it in my town with you', 'photo with in town')).toEqual([]);
    expect(reasonsFor('constructor toString', '収穫')).toEqual([]);
  });

  it('are looked for in Japanese where there are too many programs to rank them all', () => {
    expect(candidateQueries({ words: 'apples, タルト' }).map(({ q }) => q)).toEqual([undefined, 'りんご', 'たると']);
  });
});

describe('an answer that a program matches', () => {
  /** An answer more to a question that takes several of them, each looked for by itself. */
  const added = fc.constantFrom<((profile: MatchProfile) => MatchProfile)[]>(
    (profile) => ({ ...profile, themes: [...(profile.themes ?? []), 'farming'] }),
    (profile) => ({ ...profile, themes: [...(profile.themes ?? []), '祭り'] }),
    (profile) => ({ ...profile, skills: [...(profile.skills ?? []), 'field-work'] }),
    (profile) => ({ ...profile, skills: [...(profile.skills ?? []), 'cooking'] }),
    (profile) => ({ ...profile, hopes: [...(profile.hopes ?? []), 'memories'] }),
    (profile) => ({ ...profile, hopes: [...(profile.hopes ?? []), 'meet'] }),
    (profile) => ({ ...profile, words: `${profile.words ?? ''}。りんご` }),
    (profile) => ({ ...profile, words: `${profile.words ?? ''}。仕込` }),
    (profile) => ({ ...profile, words: `${profile.words ?? ''} festivals` }),
  );

  /** An answer to a question that was not answered yet. */
  const first = arbitraryMatchProfile.chain((answers) => {
    const single = Object.entries(answers).flatMap(([name, answer]) => {
      if (['experience', 'tie', 'age', 'municipality'].includes(name)) return [];
      return [answer].flat().map((one) => ({ name, answer: Array.isArray(answer) ? [one] : answer }));
    });
    return single.length ? fc.constantFrom(...single) : fc.constant({ name: 'effort', answer: 'light' });
  });

  /** Programs with one day or none: of several the best is chosen, which may be another one after an answer. */
  const simple = matchablePrograms().map((programs) =>
    programs.map((program) => ({ ...program, sessions: program.sessions.slice(0, 1) })),
  );

  const checkNotLowered = (before: MatchProfile, after: MatchProfile, programs: Program[]) => {
    const had = new Map(rankPrograms(before, programs, now).map((one) => [one.program, one]));
    let matched = 0;
    for (const { program, reasons } of rankPrograms(after, programs, now)) {
      if (reasons.length <= had.get(program)!.reasons.length) continue;
      matched++;
      expect(rankOf(after, programs, program)).toBeLessThanOrEqual(rankOf(before, programs, program));
    }
    return matched;
  };

  it('never lowers it, where it is one more of several', () => {
    let matched = 0;
    fc.assert(
      fc.property(arbitraryMatchProfile, matchablePrograms(), added, (profile, programs, add) => {
        matched += checkNotLowered(profile, add(profile), programs);
      }),
      { numRuns: 300 },
    );
    expect(matched).toBeGreaterThan(100);
  });

  it('never lowers it, where it is the first to a question', () => {
    let matched = 0;
    fc.assert(
      fc.property(arbitraryMatchProfile, simple, first, (profile, programs, { name, answer }) => {
        const { [name as keyof MatchProfile]: _, ...before } = profile;
        matched += checkNotLowered(before, { ...before, [name]: answer }, programs);
      }),
      { numRuns: 500 },
    );
    expect(matched).toBeGreaterThan(100);
  });

  it('lets nothing pass it that does not match it, where it widens what was answered', () => {
    const wider = fc.constantFrom<[keyof MatchProfile & ('weekdays' | 'months' | 'lengths' | 'languages'), string]>(
      ['weekdays', 'sat'],
      ['weekdays', 'sun'],
      ['months', '12'],
      ['lengths', 'day'],
      ['languages', 'en'],
    );
    fc.assert(
      fc.property(arbitraryMatchProfile, simple, wider, (profile, programs, [name, answer]) => {
        const after = { ...profile, [name]: [...new Set([...(profile[name] ?? []), answer])] } as MatchProfile;
        if (!profile[name]?.length) return;
        const had = rankPrograms(profile, programs, now);
        const has = rankPrograms(after, programs, now);
        const gained = new Set(
          has.flatMap(({ program, reasons, misfits }) => {
            const before = had.find((one) => one.program === program)!;
            return reasons.length - misfits.length > before.reasons.length - before.misfits.length ? [program] : [];
          }),
        );
        const others = (list: RankedProgram[]) => list.filter(({ program }) => !gained.has(program)).map(nameOf);
        expect(others(has)).toEqual(others(had));
        for (const program of gained) {
          const above = (list: RankedProgram[]) =>
            new Set(
              list
                .slice(
                  0,
                  list.findIndex((one) => one.program === program),
                )
                .map((one) => one.program),
            );
          for (const other of above(has)) expect(above(had).has(other) || gained.has(other)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a reason', () => {
  const harvest = makeProgram({
    id: 'harvest',
    kind: 'help',
    town: '212172',
    title: 'りんごの収穫',
    themes: ['農業'],
    sessions: [{ startDate: '2026-11-28', startTime: '09:00', endTime: '12:00' }],
    place: { area: '飛騨市' },
    effort: 'light',
    placesLeft: 5,
    minimumAge: 6,
    languages: ['ja', 'en'],
    pay: 'wage',
  });
  const reasonsFor = (profile: MatchProfile, more: Partial<Program> = {}) =>
    rankPrograms({ experience: 'often', ...profile }, [{ ...harvest, ...more }], now)[0]!.reasons;

  it.each<[name: string, profile: MatchProfile, reasons: object[]]>([
    ['a theme, by a word', { themes: ['farming'] }, [{ code: 'theme', asked: 'farming', found: '農業' }]],
    ['a theme of the town’s own', { themes: ['農業'] }, [{ code: 'theme', asked: '農業', found: '農業' }]],
    ['a skill', { skills: ['field-work', 'none'] }, [{ code: 'skill', asked: 'field-work', found: '収穫' }]],
    ['a hope, by what is paid', { hopes: ['earn'] }, [{ code: 'hope', asked: 'earn', found: 'wage' }]],
    ['a hope, by the kind', { hopes: ['contribute'] }, [{ code: 'hope', asked: 'contribute', found: 'help' }]],
    ['a word of one’s own', { words: 'リンゴが好き' }, [{ code: 'word', asked: 'リンゴ', found: 'リンゴ' }]],
    ['the weekend', { weekdays: ['sat', 'sun'] }, [{ code: 'weekday', asked: 'sat', found: '2026-11-28' }]],
    ['a month', { months: ['10', '11'] }, [{ code: 'month', asked: '11', found: '2026-11-28' }]],
    ['a length', { lengths: ['hours', 'long'] }, [{ code: 'length', asked: 'hours', found: 'hours' }]],
    ['being there', { mode: 'onsite' }, [{ code: 'mode', asked: 'onsite', found: 'onsite' }]],
    [
      'home',
      { prefecture: '岐阜県', municipality: '飛騨市' },
      [{ code: 'same-municipality', asked: '飛騨市', found: '飛騨市' }],
    ],
    [
      'the prefecture',
      { prefecture: '岐阜県', municipality: '高山市' },
      [{ code: 'same-prefecture', asked: '岐阜県', found: '岐阜県' }],
    ],
    ['the region', { prefecture: '愛知県' }, [{ code: 'same-region', asked: '愛知県', found: 'chubu' }]],
    ['places for all', { people: 3 }, [{ code: 'places', asked: '3', found: '5' }]],
    ['the youngest', { age: 40, youngest: 7 }, [{ code: 'youngest', asked: '7', found: '6' }]],
    ['the effort', { effort: 'medium' }, [{ code: 'effort', asked: 'medium', found: 'light' }]],
    ['a language', { languages: ['ja', 'en'] }, [{ code: 'language', asked: 'en', found: 'en' }]],
    ['an easy start', { experience: 'first', tie: ['none'] }, [{ code: 'light-first', found: 'light' }]],
  ])('is %s, with the fact it rests on', (_, profile, reasons) => {
    expect(reasonsFor(profile)).toEqual(reasons);
  });

  it.each<[name: string, profile: MatchProfile, misfit: object]>([
    ['the place', { prefecture: '東京都' }, { code: 'far', asked: '東京都', found: '岐阜県' }],
    ['the place, from overseas', { prefecture: 'overseas' }, { code: 'far', asked: 'overseas', found: '岐阜県' }],
    ['the mode', { mode: 'online' }, { code: 'mode', asked: 'online', found: 'onsite' }],
    ['the weekday', { weekdays: ['mon', 'tue'] }, { code: 'weekday', asked: 'mon tue', found: '2026-11-28' }],
    ['the age', { age: 40, youngest: 4 }, { code: 'too-young', asked: '4', found: '6' }],
    ['the language', { languages: ['ko'] }, { code: 'language', asked: 'ko', found: 'ja en' }],
  ])('is told against it as well: %s', (_, profile, misfit) => {
    expect(rankPrograms(profile, [harvest], now)[0]!.misfits).toEqual([misfit]);
  });

  it('of time holds for one and the same day', () => {
    const sessions = [{ startDate: '2026-11-28' }, { startDate: '2026-12-06' }];
    expect(reasonsFor({ weekdays: ['sat'], months: ['12'] }, { sessions })).toHaveLength(1);
    const december = reasonsFor({ weekdays: ['sun'], months: ['12'] }, { sessions });
    expect(december.map(({ found }) => found)).toEqual(['2026-12-06', '2026-12-06']);
  });

  it('of weekends is met by a national holiday, and said so', () => {
    // 勤労感謝の日 of 2026 is a Monday.
    const sessions = [{ startDate: '2026-11-23' }];
    const reason = { code: 'weekday', found: '2026-11-23' };
    expect(reasonsFor({ weekdays: ['sun'] }, { sessions })).toContainEqual({ ...reason, asked: 'holiday' });
    expect(reasonsFor({ weekdays: ['sun', 'mon'] }, { sessions })).toContainEqual({ ...reason, asked: 'mon' });
    const [other] = rankPrograms({ weekdays: ['tue'] }, [{ ...harvest, sessions }], now);
    expect(other!.misfits).toEqual([{ ...reason, asked: 'tue' }]);
    const long = [{ startDate: '2026-11-21', endDate: '2026-11-23' }];
    const weekend = { weekdays: ['sat', 'sun'] } as const satisfies MatchProfile;
    expect(rankPrograms({ ...weekend }, [{ ...harvest, kind: 'tour', sessions: long }], now)[0]!.unmet).toBe(0);
  });

  it('of time needs every day of a stay, and any day of an exhibition', () => {
    const sessions = [{ startDate: '2026-12-04', endDate: '2026-12-06' }];
    const weekend = { weekdays: ['sat', 'sun'] } as const satisfies MatchProfile;
    const ask = (kind: Program['kind']) =>
      rankPrograms({ ...weekend }, [{ ...harvest, kind, sessions }], now)[0]!.unmet;
    expect([ask('event'), ask('work-stay'), ask('tour')]).toEqual([0, 1, 1]);
  });

  it('of length is not that something takes less than one has', () => {
    const [one] = rankPrograms({ lengths: ['day'], experience: 'often' }, [harvest], now);
    expect(one).toMatchObject({ reasons: [], misfits: [] });
    const whole = { ...harvest, sessions: [{ startDate: '2026-11-28', startTime: '09:00', endTime: '17:00' }] };
    expect(rankPrograms({ lengths: ['hours'] }, [whole], now)[0]!.misfits).toEqual([
      { code: 'length', asked: 'hours', found: 'day' },
    ]);
  });

  it('is found whatever letters are written', () => {
    const typed = {
      りんご: 'りんご',
      リンゴ: 'リンゴ',
      ﾘﾝｺﾞ: 'リンゴ',
      '　リンゴ　': 'リンゴ',
      りんごの: 'りんご',
      '「リンゴ」を採りたい': 'リンゴ',
    };
    for (const [words, word] of Object.entries(typed))
      expect(reasonsFor({ words })).toEqual([{ code: 'word', asked: word, found: word }]);
  });

  it.each([
    ['りんごの収穫や祭りを、本を読んで知りたいです。', ['りんご', '収穫', '祭り', '本']],
    ['子どもと雪かきをしてみたい', ['子ども', '雪かき']],
    ['畑で、Ｗｅｂの仕事と写真', ['畑', 'web', '仕事', '写真']],
    ['私は何か好きなことをしたいと思います', []],
    ['2026 12', []],
    ['', []],
  ])('rests on the words that mean something: %s', (words, expected) => {
    const spread = makeProgram({ id: 'all', title: '-', description: `${words} web` });
    const [ranked] = rankPrograms({ words, experience: 'often' }, [spread], now);
    expect(ranked!.reasons.map(({ found }) => found.toLowerCase())).toEqual(expected);
  });

  it('is not what merely has the same letters: a place called 青森 is no forest', () => {
    expect(reasonsFor({ themes: ['nature', 'sea'] }, { title: '青森と東海道の話', themes: [] })).toEqual([]);
  });

  it('to begin with what is light is given to who is new and to nobody else', () => {
    const pair = [
      makeProgram({ id: 'a', kind: 'help', effort: 'hard', sessions: [{ startDate: '2026-11-22' }] }),
      makeProgram({ id: 'b', kind: 'help', effort: 'light', sessions: [{ startDate: '2026-12-22' }] }),
    ];
    const order = (profile: MatchProfile) => rankPrograms(profile, pair, now).map(({ program }) => program.id);
    for (const profile of [{}, { tie: ['none'] }, { experience: 'first' }] as MatchProfile[])
      expect(order(profile)).toEqual(['b', 'a']);
    for (const profile of [{ tie: ['family'] }, { experience: 'some' }] as MatchProfile[])
      expect(order(profile)).toEqual(['a', 'b']);
  });

  it('names a day that is still to come', () => {
    fc.assert(
      fc.property(...world, (profile, programs) => {
        for (const { program, reasons } of rankPrograms(profile, programs, now))
          for (const { code, found } of reasons)
            if (code === 'weekday' || code === 'month') {
              const isStay = ['work-stay', 'tour', 'school'].includes(program.kind);
              expect(isStay || found >= dayAt(now)).toBe(true);
              const inSession = program.sessions.some((session) => {
                const { start, end } = sessionSpan(session);
                return toInstant(found) < end && toInstant(found) >= start - 24 * 3600_000;
              });
              expect(inSession).toBe(true);
            }
      }),
    );
  });
});
