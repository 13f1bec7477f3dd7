import Papa from 'papaparse';
import { expect, test } from 'vitest';
import fc from '../fixtures/fast-check.ts';
import { csvOf, read } from './event-csv-fixtures.ts';

const header = 'NO,イベント名,開始日,説明,備考';
const codes = (csv: string) => read(csv).problems.map(({ row, code }) => [row, code]);
const titles = (csv: string) => read(csv).programs.map(({ title }) => title);

test('reads what another CSV library writes, whatever stands in the cells', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('"', '""', ',', '\n', '\r\n', 'あ,い', '"引用"', ' "', '" ', 'a"b', ',"c', ''),
  );
  const clean = (text: string) => text.replace(/\s+/g, ' ').trim();
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 20 }),
      fc.constantFrom('\r\n', '\n', '\r'),
      (cells, newline) => {
        const data = cells.map((text, index) => [String(index), `題${index}`, '2026-10-01', text, '終']);
        const csv = Papa.unparse({ fields: header.split(','), data }, { newline });
        const { programs, reported } = read(csv);
        expect(reported).toBe(0);
        expect(programs.map(({ note }) => note)).toEqual(cells.map(() => '終'));
        const plain = /^[^&<'\-=+@\p{C}]*$/u;
        for (const [index, text] of cells.entries())
          if (plain.test(text) && /[^\s\p{P}\p{Lm}]/u.test(text))
            expect(clean(programs[index]!.description!)).toBe(clean(text));
      },
    ),
  );
});

test('reads every kind of line end, mixed too, and line breaks inside of cells', () => {
  const csv = `${header}\r\n1,一,2026-10-01,"あ\nい\r\nう\rえ",\n2,二,2026-10-01,,\r3,三,2026-10-01,,`;
  expect(titles(csv)).toEqual(['一', '二', '三']);
  expect(read(csv).programs[0]!.description).toBe('あ\nい\nう\nえ');
});

test('counts no row of nothing but commas and blanks, and numbers rows as a spreadsheet shows them', () => {
  const csv = `\r\n${header}\r\n,,,,\r\n1,一,2026-10-01,,\r\n\r\n"", ,,,　\r\n2,,2026-10-01,,\r\n,,,,\r\n`;
  const { rows, imported, reported, problems } = read(csv);
  expect({ rows, imported, reported }).toEqual({ rows: 2, imported: 1, reported: 1 });
  expect(problems).toMatchObject([{ row: 5, column: 'イベント名', value: '', code: 'no-title' }]);
});

test('loses only its own row to a quotation mark that is never closed', () => {
  const rows = ['1,一,2026-10-01,"あ",', '2,二,2026-10-01,"い,', '3,三,2026-10-01,"う",', '4,四,2026-10-01,え,'];
  const csv = [header, ...rows].join('\r\n');
  expect(titles(csv)).toEqual(['一', '三', '四']);
  expect(read(csv)).toMatchObject({
    rows: 4,
    imported: 3,
    reported: 1,
    problems: [{ row: 2, column: '', value: rows[1], code: 'broken-quote' }],
  });
});

test('loses only its own line when no quotation mark follows at all', () => {
  const csv = [
    header,
    '1,一,2026-10-01,"い,',
    ...Array.from({ length: 50 }, (_, n) => `${n + 2},題${n},2026-10-01,,`),
  ].join('\n');
  expect(read(csv)).toMatchObject({ rows: 51, imported: 50, reported: 1 });
  expect(codes(csv)).toEqual([[1, 'broken-quote']]);
});

test('goes on below a cell that would never end, however long the file is', () => {
  const many = csvOf(
    ...Array.from({ length: 20_000 }, (_, n) => ({ NO: `${n}`, イベント名: `題${n}`, 説明: 'あ'.repeat(30) })),
  );
  const csv = many.replace('\r\n', '\r\n,9999999,"題,2026-10-01,,,,\r\n');
  expect(read(csv)).toMatchObject({ rows: 20_001, imported: 20_000, reported: 1, problems: [{ row: 1 }] });
});

test('takes a lone quotation mark inside of a cell for text, and says so', () => {
  const csv = [header, '1,一,2026-10-01,"5" の釘",備', '2,5" の釘,2026-10-01,い,備'].join('\n');
  expect(read(csv).programs).toMatchObject([
    { description: '5" の釘', note: '備' },
    { title: '5" の釘', note: '備' },
  ]);
  expect(codes(csv)).toEqual([[1, 'stray-quote']]);
});

test('takes spaces around quotation marks for nothing', () => {
  const csv = [header, '1, "一, 二" ,"2026-10-01" , "い",備'].join('\n');
  expect(read(csv)).toMatchObject({ problems: [], programs: [{ title: '一, 二', description: 'い', note: '備' }] });
});

test('does not guess which cell is which in a row with too many', () => {
  const csv = [header, '1,一,2026-10-01,い,ろ,は', '2,二,2026-10-01,い,ろ,,'].join('\n');
  expect(read(csv)).toMatchObject({ rows: 2, imported: 1, reported: 1, programs: [{ title: '二' }] });
  expect(read(csv).problems).toMatchObject([
    { row: 1, column: '', value: '1,一,2026-10-01,い,ろ,は', code: 'too-many-cells' },
  ]);
});

test('takes missing cells at the end of a row for empty ones, and says so', () => {
  const csv = [header, '1,一,2026-10-01'].join('\n');
  expect(read(csv)).toMatchObject({ imported: 1, problems: [{ row: 1, code: 'too-few-cells' }] });
});
