import {
  choicePage,
  donationLinks,
  type Furusato,
  faultsOf,
  flaggedTexts,
  furusato,
  oneStopSummary,
  oneStopYear,
  type ProjectFacts,
  projectProgress,
  projectState,
  projectStates,
  readKankeiFile,
  residentRegistration,
  routePath,
  withoutFlagged,
} from '@kankei/core';
import { describe, expect, it } from 'vitest';
import fc from '../fixtures/fast-check.ts';
import { fixtureFurusato, fixtureFurusatoInput } from '../fixtures/furusato.ts';
import { shared } from '../fixtures/shared.ts';

const today = '2026-11-22';
const project = { id: 'bus', title: 'バス', goal: 100, raised: 0, asOf: today };
const aDay = fc
  .integer({ min: 0, max: 400 })
  .map((days) => new Date(Date.UTC(2026, 5, 1 + days)).toISOString().slice(0, 10));

describe('a town’s furusato profile', () => {
  it('can be next to empty', () => {
    expect(furusato.parse({})).toEqual({ uses: [], projects: [], portals: [], choice: false });
  });

  it.each<[string, object, string]>([
    ['a project without a goal', { projects: [{ ...project, goal: 0 }] }, 'projects.0.goal: too_small'],
    ['half a yen', { projects: [{ ...project, raised: 0.5 }] }, 'projects.0.raised: invalid_type'],
    ['figures of no day', { projects: [{ ...project, asOf: '2026-02-30' }] }, 'projects.0.asOf: invalid_format'],
    [
      'an end before the start',
      { projects: [{ ...project, start: today, end: '2026-11-21' }] },
      'projects.0.end: end-before-start',
    ],
    [
      'money before the start',
      { projects: [{ ...project, raised: 1, start: '2026-12-01' }] },
      'projects.0.asOf: as-of-before-start',
    ],
    ['two projects of one name', { projects: [project, project] }, 'projects: repeated'],
    ['an address that is a script', { form: { url: 'javascript:alert(1)' } }, 'form.url: invalid_format'],
    ['a campaign name that is none', { campaign: { 'a&b': 'x' } }, 'campaign.a&b: invalid_key'],
  ])('refuses %s', (_, profile, fault) => {
    const { error } = furusato.safeParse(profile);
    expect(faultsOf(error!).map(({ name, reason }) => `${name}: ${reason}`)).toContain(fault);
  });

  it('may stand alone in kankei.json, and is read only when asked for', () => {
    const read = readKankeiFile({ town: { code: '212172', name: '飛騨市', furusato: { uses: 'unreadable' } } });
    expect(read).toMatchObject({ file: { towns: [{ furusato: { uses: 'unreadable' } }] } });
    expect(routePath('furusato', { code: '212172' })).toBe('/v1/towns/212172/furusato');
  });
});

describe('the state of a project', () => {
  it.each<[Partial<ProjectFacts>, string]>([
    [{}, 'open'],
    [{ end: today }, 'open'],
    [{ end: '2026-11-21' }, 'over'],
    [{ start: today }, 'open'],
    [{ start: '2026-11-23' }, 'coming'],
    [{ raised: 99 }, 'open'],
    [{ raised: 100 }, 'reached'],
    [{ raised: 100, end: '2026-11-21' }, 'over'],
  ])('with %j is %s', (facts, state) => {
    expect(projectState({ ...project, ...facts }, today)).toBe(state);
  });

  it('only ever moves on as days go by', () => {
    const facts = fc.record({ goal: fc.integer({ min: 1, max: 9 }), raised: fc.nat(12), start: aDay, end: aDay });
    fc.assert(
      fc.property(facts, aDay, aDay, (facts, one, other) => {
        const [early, late] = [one, other].sort().map((day) => projectStates.indexOf(projectState(facts, day!)));
        expect(late).toBeGreaterThanOrEqual(early!);
      }),
    );
  });

  it('says the percentage so that 100 is never said too early', () => {
    expect(projectProgress({ goal: 3_000_000, raised: 2_999_999 }, today)).toEqual({
      state: 'open',
      isReached: false,
      percent: 99,
      missing: 1,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e13 }), fc.integer({ min: 0, max: 1e13 }), (goal, raised) => {
        const { percent, isReached, missing } = projectProgress({ goal, raised }, today);
        expect(percent >= 100).toBe(isReached);
        expect(missing === 0).toBe(isReached);
        expect(Number.isSafeInteger(percent)).toBe(true);
      }),
    );
  });

  it('counts the days left while it goes on, none when it is over or has no end', () => {
    const daysLeft = (end: string, day: string) => projectProgress({ ...project, end }, day).daysLeft;
    expect([daysLeft('2026-12-31', today), daysLeft(today, today), daysLeft('2026-11-21', today)]).toEqual([
      39,
      0,
      undefined,
    ]);
    // A day of 25 hours in New York, where these tests run, is one day too.
    expect(daysLeft('2026-11-02', '2026-11-01')).toBe(1);
    expect(projectProgress(project, today)).not.toHaveProperty('daysLeft');
  });
});

describe('where one donates', () => {
  it('is the form, the portals and ふるさとチョイス, each with the campaign tag', () => {
    expect(donationLinks(fixtureFurusato, '212172').map(({ kind, url }) => [kind, url])).toEqual([
      ['form', 'https://town.example/furusato/form/?lang=ja&utm_source=kankei'],
      ['portal', 'https://portal.example/town/1?utm_source=kankei'],
      ['portal', 'https://other.example/?utm_source=kankei'],
      ['choice', 'https://www.furusato-tax.jp/city/product/21217?utm_source=kankei'],
    ]);
  });

  it('is nowhere unless the town says so, and no address stands twice or is changed without a tag', () => {
    expect(donationLinks(furusato.parse({}), '212172')).toEqual([]);
    const portals = [{ url: `${choicePage('212172')}/` }, { url: 'https://a.example/b?c=d%20e' }];
    const links = donationLinks(furusato.parse({ portals, choice: true }), '212172');
    expect(links.map(({ url }) => url)).toEqual(portals.map(({ url }) => url));
  });

  it('keeps what an address says already', () => {
    const portals = [{ url: 'https://a.example/x?q=1#gifts' }];
    const [tagged] = donationLinks(furusato.parse({ portals, campaign: { from: '町 & 橋' } }), '212172');
    expect(tagged?.url).toBe('https://a.example/x?q=1&from=%E7%94%BA%20%26%20%E6%A9%8B#gifts');
    const form = { url: 'https://a.example/?utm_source=paper' };
    const [link] = donationLinks(furusato.parse({ form, campaign: { utm_source: 'kankei' } }), '212172');
    expect(link?.url).toBe(form.url);
  });
});

describe('flagged texts of a profile', () => {
  const flagged = '返礼品が豪華！ポイント還元でお得';

  it('are none where a town speaks of its uses', () => {
    expect(flaggedTexts(fixtureFurusato)).toEqual([]);
    expect(withoutFlagged(fixtureFurusato)).toEqual(fixtureFurusato);
  });

  it('are named with their place, in every language', () => {
    const profile = furusato.parse({
      button: { ja: '使い道を読む', en: 'Get cash back' },
      uses: [{ title: '橋', image: { url: 'https://a.example/', alt: flagged } }],
    });
    expect(flaggedTexts(profile).map(({ name, findings }) => [name, findings.length])).toEqual([
      ['uses.0.image.alt', 3],
      ['button.en', 1],
    ]);
  });

  it('never reach the public, wherever they stand, and the rest is still a profile', () => {
    const places = (value: unknown, at: string[] = []): string[][] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => places(inner, [...at, key]))
        : [at];
    const isText = (at: string[]) => /^(title|intro|text|done|button|name|alt|credit|ja|en)$/.test(at.at(-1)!);
    const texts = places(fixtureFurusatoInput).filter(isText);
    expect(texts.length).toBeGreaterThan(15);
    for (const at of texts) {
      const profile = structuredClone(fixtureFurusato) as unknown as Record<string, unknown>;
      const holder = at.slice(0, -1).reduce((inner, key) => inner[key] as Record<string, unknown>, profile);
      holder[at.at(-1)!] = flagged;
      expect(flaggedTexts(profile as unknown as Furusato).map(({ name }) => name)).toEqual([at.join('.')]);
      const shown = withoutFlagged(furusato.parse(profile));
      expect(JSON.stringify(shown), at.join('.')).not.toMatch(/豪華|還元|お得/);
      expect(furusato.parse(shown)).toEqual(shown);
    }
  });

  it('leave the link where they stood on its button', () => {
    const shown = withoutFlagged({
      ...fixtureFurusato,
      button: flagged,
      form: { url: 'https://a.example/', name: flagged },
    });
    expect(shown).not.toHaveProperty('button');
    expect(shown.form).toEqual({ url: 'https://a.example/' });
    expect(donationLinks(shown, '212172')).toHaveLength(4);
  });
});

describe('the one-stop exception', () => {
  const to = (...towns: string[]) => towns.map((town) => ({ town }));

  it('counts towns, not donations, and an application for every donation', () => {
    const donations = [{ town: 'a', applied: true }, { town: 'a' }, { town: 'b', applied: true }];
    expect(oneStopSummary(donations, today)).toEqual({
      year: 2026,
      towns: 2,
      townsLeft: 3,
      toApply: 1,
      deadline: '2027-01-10',
      daysLeft: 49,
      voids: [],
    });
  });

  it.each([
    ['a sixth town', to('a', 'b', 'c', 'd', 'e', 'f'), {}, ['too-many-towns']],
    ['a tax return', to('a'), { filesReturn: true }, ['tax-return']],
    ['a salary above twenty million', to('a'), { salary: 20_000_001 }, ['salary']],
    ['nothing with five towns and twenty million', to('a', 'b', 'c', 'd', 'e', 'a'), { salary: 20_000_000 }, []],
  ])('is void with %s', (_, donations, circumstances, voids) => {
    expect(oneStopSummary(donations, today, circumstances).voids).toEqual(voids);
  });

  it('is about last year up to the tenth of January, and the day itself is in time', () => {
    expect([oneStopYear('2027-01-10'), oneStopYear('2027-01-11'), oneStopYear('2026-12-31')]).toEqual([
      2026, 2027, 2026,
    ]);
    expect(oneStopSummary([], '2027-01-10').daysLeft).toBe(0);
    expect(oneStopSummary([], '2027-01-11', {}, 2026).daysLeft).toBe(-1);
  });

  const facts = shared('facts/furusato-rules.json');
  it.skipIf(!facts)('follows the rules as they were looked up (needs ../shared)', () => {
    const { one_stop: rules, corporate } = JSON.parse(facts!);
    expect(oneStopSummary([], today).townsLeft).toBe(rules.max_municipalities);
    expect(rules.deadline).toContain('January 10');
    expect(furusato.parse({ corporate: {} }).corporate?.least).toBe(corporate.min_yen);
  });

  const registration = shared('facts/furusato-resident-registration.json');
  it.skipIf(!registration)('knows of ふるさと住民登録制度 what was looked up (needs ../shared)', () => {
    const { schedule, tiers } = JSON.parse(registration!);
    expect(schedule.at(-1)).toEqual([residentRegistration.begins, 'registration starts']);
    const [, premium] = residentRegistration.tiers;
    expect(tiers.premium.requirement).toContain(`${premium.activities} or more`);
    expect(tiers.premium.limit).toBe(`${premium.municipalities} municipalities`);
  });
});
