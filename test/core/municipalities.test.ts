import { readFileSync } from 'node:fs';
import { isMunicipalityCode } from '@kankei/core';
import {
  findMunicipality,
  type Municipality,
  municipalitiesAsOf,
  municipalitiesOf,
  municipalityKinds,
  searchMunicipalities,
} from '@kankei/core/municipalities';
import { describe, expect, it } from 'vitest';
import { type CodeIndex, generate } from '../../scripts/municipalities.ts';
import { shared } from '../fixtures/shared.ts';

const index = shared('data/codes/soumu-lgcode-2024-01-01/index.json');

const prefectures = Array.from({ length: 47 }, (_, number) => String(number + 1).padStart(2, '0')).map((digits) => {
  const [found] = searchMunicipalities(`${digits}000`).filter(({ kind }) => kind === 'prefecture');
  return found!;
});
const all: Municipality[] = prefectures.flatMap((one) => [one, ...municipalitiesOf(one.code)]);
const names = (found: Municipality[]) => found.map(({ prefecture, name }) => `${prefecture}${name}`);

describe('the list', () => {
  it('has as many of each kind as 総務省 counts', () => {
    const counts = Object.fromEntries(
      municipalityKinds.map((kind) => [kind, all.filter((one) => one.kind === kind).length]),
    );
    // 792 cities are 772 and the 20 designated ones.
    expect(counts).toEqual({ prefecture: 47, city: 792, 'special-ward': 23, ward: 171, town: 743, village: 189 });
    expect(all).toHaveLength(1965);
    expect(municipalitiesAsOf).toBe('2024-01-01');
  });

  it('has a right code for each, no two the same, the first two digits those of its prefecture', () => {
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    for (const { code, prefecture } of all) {
      expect(isMunicipalityCode(code), code).toBe(true);
      expect(prefectures[Number(code.slice(0, 2)) - 1]?.name).toBe(prefecture);
    }
  });

  it('has names and full-width readings', () => {
    for (const { name, kana } of all) {
      expect(name).toMatch(/^\p{L}+[都道府県市区町村]$/u);
      expect(kana).toMatch(/^[ァ-ヶー]+$/);
    }
  });

  it('has names that several share, which is why the prefecture goes with them', () => {
    expect(names(searchMunicipalities('府中市'))).toEqual(['東京都府中市', '広島県府中市']);
    const unique = new Set(all.map(({ name }) => name));
    expect(unique.size).toBeLessThan(all.length);
  });

  it.skipIf(!index)('is what the script makes of ../shared/data/codes', () => {
    const written = readFileSync(
      new URL('../../packages/core/src/municipalities.generated.ts', import.meta.url),
      'utf8',
    );
    expect(generate(JSON.parse(index!))).toBe(written);
  });

  it.skipIf(!index)('says of every entry what ../shared/data/codes says', () => {
    const kinds: Record<string, string> = {
      designated_city: 'city',
      designated_ward: 'ward',
      special_ward: 'special-ward',
    };
    const { items } = JSON.parse(index!) as { items: { c: string; n: string; k: string; p: string; t: string }[] };
    expect(items).toHaveLength(all.length);
    for (const { c, n, k, p, t } of items)
      expect(findMunicipality(c)).toEqual({
        code: c,
        name: n,
        kana: k.normalize('NFKC'),
        prefecture: p,
        kind: kinds[t] ?? t,
      });
  });
});

describe('the script', () => {
  const hokkaido = { c: '010006', n: '北海道', k: 'ﾎｯｶｲﾄﾞｳ', p: '北海道' };
  const make = (...items: CodeIndex['items']) => generate({ items, source: { listAsOf: '2024-01-01' } });

  it('stops at an entry that is not what it should be, and names it', () => {
    const wrong = { c: '011003', n: '札幌市', k: 'ｻｯﾎﾟﾛｼ', p: '北海道' };
    expect(() => make(hokkaido, wrong)).toThrow('札幌市: 011003');
    expect(() => make(hokkaido, { ...wrong, c: '011002', p: '青森県' })).toThrow('青森県');
    expect(() => make(hokkaido, { ...wrong, c: '011002', k: '' })).toThrow('011002 札幌市');
    expect(() => make(hokkaido, { ...wrong, c: '011002', n: '札幌市`' })).toThrow('011002');
    expect(make(hokkaido, { ...wrong, c: '011002' })).toContain('01100 札幌市 サッポロシ`');
  });
});

describe('findMunicipality', () => {
  it('answers with the place of a code and with nothing for a code of none', () => {
    expect(findMunicipality('212172')).toEqual({
      code: '212172',
      name: '飛騨市',
      kana: 'ヒダシ',
      prefecture: '岐阜県',
      kind: 'city',
    });
    expect(findMunicipality('221384')).toMatchObject({ name: '浜松市中央区', prefecture: '静岡県', kind: 'ward' });
    expect(findMunicipality('131016')).toMatchObject({ name: '千代田区', kind: 'special-ward' });
    for (const code of ['999997', '21217', '', '__proto__']) expect(findMunicipality(code)).toBeUndefined();
  });
});

describe('municipalitiesOf', () => {
  it('gives what lies in a prefecture, without it, in order of code', () => {
    const gifu = municipalitiesOf('210005');
    expect(gifu).toHaveLength(42);
    expect(gifu.map(({ code }) => code)).toEqual(gifu.map(({ code }) => code).toSorted());
    expect(gifu.every(({ prefecture, kind }) => prefecture === '岐阜県' && kind !== 'prefecture')).toBe(true);
  });

  it('gives nothing for a code that is no prefecture', () => {
    for (const code of ['212172', '999997', '21', '']) expect(municipalitiesOf(code)).toEqual([]);
  });
});

describe('searchMunicipalities', () => {
  it('finds a place by name, reading of any kana and width, code, and by several words', () => {
    for (const text of [
      '飛騨市',
      '岐阜 飛騨',
      '岐阜県飛騨市',
      'ひだし',
      'ヒダシ',
      'ﾋﾀﾞｼ',
      '212172',
      '２１２１７２',
      'ぎふ　ﾋﾀﾞ',
    ])
      expect(names(searchMunicipalities(text)), text).toContain('岐阜県飛騨市');
  });

  it('takes ヶ and ケ for the same, as people write both', () => {
    expect(names(searchMunicipalities('鶴ケ島'))).toEqual(['埼玉県鶴ヶ島市']);
    expect(names(searchMunicipalities('袖ヶ浦'))).toEqual(['千葉県袖ケ浦市']);
  });

  it('puts what begins with the word before what merely holds it', () => {
    const found = searchMunicipalities('ひだ');
    expect(found[0]!.kana).toMatch(/^ヒダ/);
    const begins = found.map(({ kana }) => kana.startsWith('ヒダ'));
    expect(begins.lastIndexOf(true)).toBeLessThan(begins.indexOf(false));
  });

  it('asks for all words, and answers nothing to nothing', () => {
    expect(searchMunicipalities('岐阜 浜松')).toEqual([]);
    for (const text of ['', ' ', '　', 'xyz', '存在しない町名']) expect(searchMunicipalities(text)).toEqual([]);
  });
});
