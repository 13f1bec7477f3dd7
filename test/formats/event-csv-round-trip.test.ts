import { type Program, program, type Session } from '@kankei/core';
import { readEventCsv, writeEventCsv } from '@kankei/formats';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { arbitraryPrograms } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms, fixtureTown, makeProgram } from '../fixtures/programs.ts';

const template =
  '都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,イベント名,イベント名_カナ,イベント名_英語,開始日,終了日,開始時間,終了時間,開始日時特記事項,説明,料金(基本),料金(詳細),連絡先名称,連絡先電話番号,連絡先内線番号,主催者,場所名称,住所,方書,緯度,経度,アクセス方法,駐車場情報,定員,参加申込終了日,参加申込終了時間,参加申込方法,URL,備考';

const write = (programs: Program[]) => writeEventCsv(programs, fixtureTown);
const read = (csv: string) => readEventCsv(new TextEncoder().encode(csv), { town: '212172' });
/** The cells of a file, by a parser that is not ours. */
const cells = (csv: string) =>
  Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { delimiter: ',', newline: '\r\n' }).data;

/** Sessions as the contract has them: in order, each once. */
function canonical(one: Program): Program {
  const key = ({ startDate, startTime = '', endDate = '', endTime = '' }: Session) =>
    [startDate, startTime, endDate, endTime].join(' ');
  const sessions = [...new Map(one.sessions.map((session) => [key(session), session]))];
  return { ...one, sessions: sessions.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, session]) => session) };
}

test('gives back every program it wrote, to the letter', () => {
  fc.assert(
    fc.property(arbitraryPrograms(), (programs) => {
      fc.pre(programs.length > 0);
      const { programs: back, problems, reported } = read(write(programs));
      expect(back).toEqual(programs.map(canonical));
      expect(reported).toBe(0);
      // A session that is there twice, and a text that had lost characters before, are rightly spoken of again.
      const codes = problems.map(({ code }) => code).filter((code) => code !== 'duplicate');
      expect(codes.every((code) => code === 'garbled' && JSON.stringify(programs).includes('\ufffd'))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('gives back the fixtures, which hold every state and gap', () => {
  expect(read(write(fixturePrograms)).programs).toEqual(fixturePrograms);
});

test('writes the 32 columns of the template first, in its order, then columns of its own', () => {
  const header = cells(write(fixturePrograms))[0]!;
  expect(header.slice(0, 32).join(',')).toBe(template);
  expect(new Set(header).size).toBe(header.length);
});

test('writes a byte order mark, CRLF and one row for each session under the same number', () => {
  const csv = write(fixturePrograms.filter(({ id }) => id === 'online-tea'));
  expect(csv.startsWith('\ufeff都道府県コード')).toBe(true);
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const [header, ...rows] = cells(csv);
  const column = (name: string) => rows.filter((row) => row.length > 1).map((row) => row[header!.indexOf(name)]);
  expect(column('NO')).toEqual(['online-tea', 'online-tea']);
  expect(column('開始日')).toEqual(['2026-11-14', '2026-12-12']);
});

test('names prefecture and municipality for programs of the town only', () => {
  const csv = write([makeProgram({ id: 'own' }), makeProgram({ id: 'other', town: '221309' })]);
  expect(
    cells(csv)
      .slice(1, 3)
      .map((row) => row.slice(0, 4)),
  ).toEqual([
    ['999997', 'own', '架空県', 'むすび野町'],
    ['221309', 'other', '', ''],
  ]);
});

test('writes no cell that a spreadsheet could take for a formula', () => {
  const risky = fc.constantFrom('=', '+', '-', '@', '\t=', '＝', '＋', '－', '＠', "'=", "''-");
  fc.assert(
    fc.property(risky, fc.string({ maxLength: 5 }), (begin, rest) => {
      const title = `${begin}1+1${rest}`.trim();
      fc.pre(program.shape.title.safeParse(title).success);
      const one = makeProgram({
        id: 'a',
        title,
        themes: [title.slice(0, 50).trim()],
        note: `${begin}cmd|' /C calc'!A0`,
      });
      const csv = write([one]);
      expect(
        cells(csv)
          .flat()
          .filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell)),
      ).toEqual([]);
      expect(read(csv).programs).toEqual([one]);
    }),
  );
});

test('keeps texts readable in a spreadsheet: only what would not read back is written as references', () => {
  const description = '料金は A&B 館で。\n・1日目 < 2日目\n\n「"引用"」, おわり';
  const row = cells(write([makeProgram({ id: 'a', description })]))[1]!;
  expect(row).toContain(description);
  const marked = cells(write([makeProgram({ id: 'a', description: '<b>太字</b>&amp;' })]))[1]!;
  expect(marked).toContain('&#60;b>太字&#60;/b>&#38;amp;');
});
