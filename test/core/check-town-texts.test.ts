import { checkTownTexts, toBeWritten } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { fixtureClubInput } from '../fixtures/fanclub.ts';
import fc from '../fixtures/fast-check.ts';
import { fixtureFurusatoInput } from '../fixtures/furusato.ts';

const hida = { code: '212172', name: '飛騨市', url: 'https://www.city.hida.gifu.jp/' };
const notice = { ...fixtureClubInput.notice, items: 'お名前：会員証に載せるため' };
const club = { ...fixtureClubInput, notice };
const file = (town: object = {}, rest: object = {}) => ({
  town: { ...hida, ...town },
  programs: ['events.csv'],
  ...rest,
});
const found = (json: unknown) => checkTownTexts(json).map(({ kind, name }) => `${kind} ${name}`);

describe('the check of what a town wrote', () => {
  it('finds nothing where all is well', () => {
    expect(checkTownTexts(file({ fanclub: club, furusato: fixtureFurusatoInput, matching: {} }))).toEqual([]);
    expect(checkTownTexts({ towns: [hida], programs: [{ url: 'a.csv', town: '212172' }] })).toEqual([]);
  });

  it('says at its place what cannot be read, in the file and in each part of each town', () => {
    expect(found('kankei')).toEqual(['unreadable ']);
    expect(found(file({ code: '212173' }))).toEqual(['unreadable town.code']);
    expect(found(file({ fanclub: { title: '会' } }))).toEqual(['unreadable town.fanclub.notice']);
    expect(found({ towns: [hida, { code: '999997', name: '町', furusato: { portals: 'x' } }] })).toContain(
      'unreadable towns.1.furusato.portals',
    );
  });

  it('shows the words that advertising may not say, with the rule', () => {
    const intro = { ja: '豪華な返礼品をプレゼント', en: 'For the bridges.' };
    const findings = checkTownTexts(file({ furusato: { ...fixtureFurusatoInput, intro } }));
    expect(findings).toEqual([
      {
        kind: 'advertising',
        name: 'town.furusato.intro.ja',
        findings: expect.arrayContaining([expect.objectContaining({ rule: expect.any(String) })]),
      },
    ]);
  });

  it('asks for what a privacy notice leaves out, and for a notice where answers would be asked without one', () => {
    const { items: _, contractor: __, storedAt: ___, url: ____, ...least } = notice;
    expect(found(file({ fanclub: { ...club, notice: least } }))).toEqual(
      ['items', 'contractor', 'storedAt', 'url'].map((part) => `notice-part town.fanclub.notice.${part}`),
    );
    expect(found(file({ matching: {} }))).toEqual(['notice-missing town.matching.notice']);
    expect(found(file({ matching: { notice: least } }))).toContain('notice-part town.matching.notice.storedAt');
  });

  it('finds links without https and what a draft left open, wherever they stand', () => {
    const programs = [{ url: 'http://town.example/events.csv' }];
    const town = { greeting: `${toBeWritten}ごあいさつ`, programsUrl: 'http://a.example/' };
    expect(found(file(town, { programs }))).toEqual([
      'to-be-written town.greeting',
      'not-https town.programsUrl',
      'not-https programs.0.url',
    ]);
    expect(found(file({ fanclub: { ...club, delivery: { mail: 'nobody@town.example' } } }))).toEqual([
      'to-be-written town.fanclub.delivery.mail',
    ]);
  });

  it('never throws, whatever is pasted, and names a place for what it finds', () => {
    const keys = fc.constantFrom(
      'town',
      'towns',
      'programs',
      'fanclub',
      'furusato',
      'matching',
      'notice',
      'title',
      '__proto__',
    );
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'json' },
        fc.constantFrom(1, null, 'http://a.example', '会'),
        fc.dictionary(keys, tie('json'), { maxKeys: 4 }),
        fc.array(tie('json'), { maxLength: 3 }),
      ),
    }));
    fc.assert(
      fc.property(json, (value) => {
        for (const { name } of checkTownTexts(value)) expect(typeof name).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});
