import { type Program, program } from '@kankei/core';
import { mergeProgram } from '@kankei/formats';
import { expect, test } from 'vitest';
import { arbitraryProgram } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';
import { makeProgram } from '../fixtures/programs.ts';
import { type Cells, csvOf, read } from './event-csv-fixtures.ts';

const monday: Cells = { NO: '10', イベント名: '朝市', 場所名称: '広場', 開始日: '2026-10-05', 開始時間: '9:00' };
const other: Cells = { NO: '20', イベント名: '夜市', 場所名称: '広場', 開始日: '2026-10-06' };
const ids = (...rows: Cells[]) => read(csvOf(...rows)).programs.map(({ id }) => id);

test('makes one program of rows that differ in number and date only, even with others between them', () => {
  const file = read(
    csvOf({ ...monday, NO: '12', 開始日: '2026-10-19' }, other, monday, { ...monday, NO: '', 開始日: '2026-10-12' }),
  );
  expect(file).toMatchObject({ rows: 4, imported: 4, reported: 0 });
  expect(
    file.programs.map(({ id, title, sessions }) => [id, title, sessions.map(({ startDate }) => startDate)]),
  ).toEqual([
    ['12', '朝市', ['2026-10-05', '2026-10-12', '2026-10-19']],
    ['20', '夜市', ['2026-10-06']],
  ]);
});

test('gathers what the rows of a series note on their dates, each line once, and the latest change', () => {
  const rows = ['雨天決行', '雨天決行\n駐車場なし'].map((note, index) => ({
    ...monday,
    開始日: `2026-10-0${index + 5}`,
    開始日時特記事項: note,
    更新日: `2026-09-0${index + 1}`,
  }));
  expect(read(csvOf(...rows)).programs).toMatchObject([
    { dateNote: '雨天決行\n駐車場なし', updatedAt: '2026-09-02T00:00:00+09:00' },
  ]);
});

test.each([
  ['場所名称', '体育館'],
  ['説明', '別の説明'],
  ['URL', 'https://a.example/2'],
  ['参加申込終了日', '2026-10-01'],
  ['状態', '中止'],
])('keeps rows apart that differ in %s', (column, value) => {
  const base = { ...monday, [column]: '' };
  const { programs } = read(csvOf(base, { ...base, NO: '11', [column]: value }));
  expect(programs.map(({ id }) => id)).toEqual(['10', '11']);
});

test('joins a row that is there twice, and says so', () => {
  const file = read(csvOf(monday, { ...monday, NO: '11' }));
  expect(file).toMatchObject({ rows: 2, imported: 2, reported: 0, programs: [{ id: '10' }] });
  expect(file.programs[0]!.sessions).toHaveLength(1);
  expect(file.problems).toMatchObject([{ row: 2, column: '', code: 'duplicate' }]);
});

test('gives different content under one NO an id of its own, and says so', () => {
  const file = read(csvOf(monday, { ...other, NO: '10' }));
  expect(file.programs.map(({ id }) => id)).toEqual(['10', expect.stringMatching(/^10-[0-9a-z]+$/)]);
  expect(file.problems).toMatchObject([{ row: 2, column: 'NO', value: '10', code: 'repeated-no' }]);
});

test('makes up ids where NO is missing or cannot be one, the same every time', () => {
  const rows = [
    { ...monday, NO: '' },
    { ...other, NO: '第１回/春' },
    { ...other, NO: '２０', 説明: '別' },
  ];
  const first = ids(...rows);
  expect(first).toEqual([expect.stringMatching(/^e[0-9a-z]+$/), expect.stringMatching(/^n[0-9a-z]+$/), '20']);
  expect(ids(...rows)).toEqual(first);
  expect(read(csvOf(...rows)).problems.map(({ row, code }) => [row, code])).toEqual([
    [1, 'missing-no'],
    [2, 'id'],
  ]);
});

test('keeps all ids when a row is put in or taken out elsewhere', () => {
  const rows: Record<string, string>[] = Array.from({ length: 20 }, (_, index) => ({
    ...monday,
    NO: index % 3 ? `${index}` : '',
    説明: `その${index}`,
  }));
  const before = ids(...rows);
  for (const at of [0, 7, 19]) {
    expect(ids(...rows.toSpliced(at, 0, other))).toEqual(before.toSpliced(at, 0, '20'));
    expect(ids(...rows.toSpliced(at, 1))).toEqual(before.toSpliced(at, 1));
  }
});

test('does not mix up two towns that use the same NO', () => {
  const column = '都道府県コード又は市区町村コード';
  const { programs, problems } = read(
    csvOf({ ...monday, [column]: '221309' }, { ...other, NO: '10', [column]: '232025' }),
  );
  expect(programs.map(({ town, id }) => `${town}/${id}`)).toEqual(['221309/10', '232025/10']);
  expect(problems).toEqual([]);
});

test('holds a thousand dates of a series and reports the rows beyond', () => {
  const rows = Array.from({ length: 1002 }, (_, index) => ({
    ...monday,
    開始日: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  }));
  const { programs, problems, imported } = read(csvOf(...rows));
  expect(imported).toBe(1002);
  expect(programs.map((one) => [one.sessions.length, program.safeParse(one).success])).toEqual([[1000, true]]);
  expect(problems.map(({ row, code }) => [row, code])).toEqual([
    [1001, 'too-many-dates'],
    [1002, 'too-many-dates'],
  ]);
});

test('merges in any order to the same sessions, and a second time to nothing new', () => {
  const dated = (...days: string[]) => makeProgram({ id: 'a', sessions: days.map((startDate) => ({ startDate })) });
  const [a, b, c] = [dated('2026-10-19'), dated('2026-10-05'), dated('2026-10-12', '2026-10-26')];
  const all = [a, b, c].reduce(mergeProgram);
  expect(all).toEqual(dated('2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'));
  expect([c, a, b].reduce(mergeProgram)).toEqual(all);
  expect(mergeProgram(all, b)).toEqual(all);
  expect(a).toEqual(dated('2026-10-19'));
});

test('merges programs to valid programs and leaves both as they were', () => {
  const pair = fc.tuple(arbitraryProgram, arbitraryProgram);
  fc.assert(
    fc.property(pair, ([existing, next]: [Program, Program]) => {
      const before = structuredClone([existing, next]);
      expect(program.safeParse(mergeProgram(existing, next)).success).toBe(true);
      expect([existing, next]).toEqual(before);
    }),
  );
});
