import { fold, type Program, program } from '@kankei/core';
import { type ImportProblemCode, readEventCsv, writeEventCsv } from '@kankei/formats';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { fixtureTown } from '../fixtures/programs.ts';
import { readReal, realFiles, town } from './event-csv-fixtures.ts';

const read = (name: string) => readEventCsv(readReal(name), { town });
const registry = (code: string) => `base-registry-2022/o1-${code}_g1-000304.csv`;
const counts = (all: readonly string[]) =>
  Object.fromEntries([...new Set(all)].map((one) => [one, all.filter((other) => other === one).length]));

/** The rows below the header that are not blank, by a CSV parser that is not ours. */
function rowsOf(name: string): string[][] {
  const text = new TextDecoder(name.includes('sjis') ? 'shift_jis' : 'utf-8').decode(readReal(name));
  return Papa.parse<string[]>(text, { delimiter: ',' })
    .data.slice(1)
    .filter((row) => row.some((cell) => cell.trim()));
}

/** Every text of a program, however deep. */
const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];

describe.skipIf(!realFiles.length)('the files of the field', () => {
  test('are all there', () => {
    expect(realFiles).toHaveLength(69);
  });

  test.each(realFiles)('loses no row of %s', (name) => {
    const { rows, imported, reported, programs, problems } = read(name);
    expect(rows).toBe(rowsOf(name).length);
    expect(imported + reported).toBe(rows);
    expect(programs.flatMap((one) => program.safeParse(one).error ?? [])).toEqual([]);
    expect(new Set(programs.map((one) => `${one.town}/${one.id}`)).size).toBe(programs.length);
    expect(problems.every(({ row, reason }) => row >= 1 && row <= rows && /。$/.test(reason))).toBe(true);
    expect(read(name)).toEqual({ ...read(name), programs });
  });

  test.each(realFiles)('leaves no markup, references or controls in the texts of %s', (name) => {
    const marked = /<\/?(?:br|p|div|span|a|b|font|td)\b[^>]*>|&(?:#\d+|[a-z]+);|[^\P{Cc}\n]/iu;
    expect(
      read(name)
        .programs.flatMap(texts)
        .filter((text) => marked.test(text)),
    ).toEqual([]);
  });

  test.each(realFiles)('writes the programs of %s so that they read back the same', (name) => {
    const { programs } = read(name);
    const back = readEventCsv(new TextEncoder().encode(writeEventCsv(programs, fixtureTown)), { town });
    expect(back.programs).toEqual(programs);
    expect(back.problems).toEqual([]);
  });

  test('tells the three layouts and the two encodings apart', () => {
    const kinds = realFiles.map((name) => read(name)).map(({ layout, encoding }) => `${layout} ${encoding}`);
    expect(counts(kinds)).toEqual({
      'base-registry utf-8': 64,
      'recommended windows-31j': 1,
      'recommended utf-8': 2,
      'standard utf-8': 2,
    });
  });

  test('reads the two Hamamatsu files, one in each encoding, to the same programs', () => {
    const folded = (name: string) => {
      const byId = read(name).programs.map((one): [string, Program] => [one.id, one]);
      return new Map(byId.map(([id, one]) => [id, fold(JSON.stringify(one))]));
    };
    expect(folded('hamamatsu-2026/events_sjis.csv')).toEqual(folded('hamamatsu-2026/events_utf8.csv'));
  });

  test.each<[code: string, problems: Partial<Record<ImportProblemCode, number>>]>([
    ['112194', { 'end-before-start': 1 }],
    ['112259', { 'coordinates-half': 1, 'repeated-no': 4 }],
    ['122190', { 'deadline-after-start': 2 }],
    ['122271', { 'partly-cancelled': 40 }],
    ['122335', { 'no-date': 2 }],
    ['131083', { 'missing-no': 11, 'repeated-no': 10, 'time-without-date': 1 }],
    ['131148', { 'repeated-no': 8 }],
    ['131199', { 'missing-no': 22, 'relative-url': 22 }],
    ['131237', { duplicate: 3 }],
    [
      '132284',
      { 'coordinates-half': 95, 'zero-capacity': 5, duplicate: 1, 'deadline-after-start': 1, 'deadline-midnight': 1 },
    ],
    ['xx5005', { 'no-date': 5 }],
    ['xx5037', { 'no-date': 12, url: 1 }],
    // Cells in many shapes, and nothing wrong with them.
    ['112356', {}],
    ['132110', {}],
    ['143421', {}],
  ])('finds in the list of %s just what is wrong with it', (code, problems) => {
    expect(counts(read(registry(code)).problems.map((problem) => problem.code))).toEqual(problems);
  });

  test('sees in their titles that six rows of Itabashi are called off', () => {
    const off = read(registry('131199')).programs.filter(({ status }) => status === 'cancelled');
    expect(off.map(({ title, sessions }) => [title, sessions.length])).toEqual([
      ['【中止】いたばしボランティア・市民活動フォーラム', 2],
      ['「あそぼう会」中止のお知らせ', 4],
    ]);
  });

  test('resolves the addresses of Itabashi against its site', () => {
    const { programs, problems } = readEventCsv(readReal(registry('131199')), {
      town,
      base: 'https://www.city.itabashi.tokyo.jp/',
    });
    expect(problems.filter(({ code }) => code === 'relative-url')).toEqual([]);
    expect(programs[0]!.url).toBe('https://www.city.itabashi.tokyo.jp/1000779/1000799/1000800/1031284.html');
  });

  test('groups what is listed once per date, under other numbers or the same', () => {
    const days = (name: string, title: string) =>
      read(name)
        .programs.filter((one) => one.title.includes(title))
        .map(({ sessions }) => sessions.map(({ startDate }) => startDate));
    expect(days(registry('142166'), '健康マージャン入門講座')).toEqual([
      ['2022-01-27', '2022-02-03', '2022-02-10', '2022-02-17', '2022-02-24', '2022-03-03'],
    ]);
    expect(days(registry('352021'), 'おはなしのじかん')).toHaveLength(1);
    expect(days('municipal-standard-v2-excerpts/okazaki_232025_event.excerpt.csv', '一日消防士体験')).toEqual([
      ['2026-08-04', '2026-08-05'],
    ]);
  });

  test('keeps brackets that are no markup in titles', () => {
    const titles = read(registry('122190')).programs.map(({ title }) => title);
    expect(titles.filter((title) => title.includes('<'))).toContain('古典に親しむ<1回目/全2回>(国分寺公民館)');
    expect(read(registry('131199')).programs.map(({ title }) => title)).toContain('<好き>を語るお茶会');
  });

  test('takes no venue in Hamamatsu for an online event, and no empty fee for a free one', () => {
    const { programs } = read('hamamatsu-2026/events_utf8.csv');
    expect(counts(programs.map(({ mode }) => mode))).toEqual({ onsite: 1412, unknown: 45, online: 1 });
    const cells = rowsOf('hamamatsu-2026/events_utf8.csv');
    expect(cells.filter((row) => row[1] === '20251014318' && !row[13] && !row[14])).toHaveLength(1);
    expect(programs.find(({ id }) => id === '20251014318')).not.toHaveProperty('fee');
  });

  test('finds the wards of Hamamatsu, a misspelt one too', () => {
    const areas = new Set(read('hamamatsu-2026/events_utf8.csv').programs.flatMap(({ place }) => place?.area ?? []));
    expect(areas).toEqual(new Set(['浜松市天竜区', '浜松市中央区', '浜松市浜名区', '浜松市']));
  });

  test('reads the excerpt of Osaka: no numbers, no deadlines, fees in words', () => {
    const { programs, problems } = read('municipal-standard-v2-excerpts/osaka_270008_event.excerpt.csv');
    expect(counts(problems.map(({ code }) => code))).toEqual({ 'missing-no': 7 });
    expect(programs.map(({ fee, feeNote }) => fee ?? feeNote)).toEqual([
      '1セット500円',
      0,
      1000,
      '200円（駐車料金別途必要）',
      0,
      'なし',
      300,
    ]);
    expect(programs.filter((one) => one.deadline)).toEqual([]);
    expect(programs.every((one) => one.town === '270008' && one.image && one.place?.latitude)).toBe(true);
  });
});
