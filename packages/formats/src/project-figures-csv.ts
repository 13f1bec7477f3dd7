import { makeProblem, ProblemError, type ProjectFigures, projectFigures, readYen } from '@kankei/core';
import { readDate } from './event-csv/dates.ts';
import { CsvRecords } from './event-csv/records.ts';

/** A cell of a CSV of figures that cannot be used. */
export interface FiguresProblem {
  /** The column's name as the file writes it; empty when the whole row is meant. */
  column: string;
  /** What stands in the cell, at most 100 characters. */
  value: string;
  /** Plain Japanese: what is wrong and how to mend it. */
  reason: string;
}

/** One row below the header. Without `figures` it cannot be used, and `problems` says why. */
export interface FiguresRow {
  /** 1 is the first row below the header, blank lines counted. */
  row: number;
  figures?: ProjectFigures;
  problems: FiguresProblem[];
}

type Name = keyof ProjectFigures;

/** The names a column goes by, as `plainName` writes them. */
const aliases: Record<Name, readonly string[]> = {
  id: ['id', 'プロジェクトid', 'プロジェクト'],
  raised: ['集まった額', '集まった金額', '寄附額', '寄付額', '寄附金額', '寄付金額', '達成額', '支援総額', 'raised'],
  asOf: ['数字の日付', '日付', '基準日', '時点', 'asof'],
  goal: ['目標額', '目標金額', 'goal'],
  donors: ['寄附した人数', '寄附者数', '寄付者数', '寄附人数', '寄付人数', '支援者数', 'donors'],
};
const needed = ['id', 'raised', 'asOf'] as const;

const reasons: Record<Name, string> = {
  id: 'プロジェクトのIDとして読めません。案内にある id を、半角の英数字と - で入力してください。',
  raised: '金額として読めません。3200000、3,200,000円、320万 のように入力してください。',
  asOf: '日付として読めません。2026-11-21 のように入力してください。',
  goal: '金額として読めません。1円以上の金額を入力するか、空にしてください。',
  donors: '人数として読めません。数字だけを入力するか、空にしてください。',
};

/**
 * Reads a CSV of new figures of donation projects, a row for each project and day, columns by name: UTF-8 with or
 * without byte order mark, or Windows-31J. A row that cannot be used is told with its cells and stops no other.
 * @throws ProblemError `bad-file`, its `detail` in plain Japanese, when the file as a whole cannot be read.
 */
export function readProjectFiguresCsv(bytes: Uint8Array): FiguresRow[] {
  const records = [...new CsvRecords().push(decode(bytes), true)];
  const start = records.findIndex(({ cells }) => !isBlank(cells));
  const header = records[start]?.cells ?? [];
  const columns = findColumns(header);
  return records.slice(start + 1).flatMap(({ cells, fault }, index): FiguresRow[] => {
    if (isBlank(cells)) return [];
    const row = index + 1;
    if (fault === 'broken' || cells.length > header.length)
      return [{ row, problems: [{ column: '', value: '', reason: '引用符（"）かカンマの数が合わず、読めません。' }] }];
    return [{ row, ...readRow(cells, header, columns) }];
  });
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => !cell.trim());

function decode(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'shift_jis'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The other one, then.
    }
  throw badFile('文字コードが UTF-8 か Shift_JIS（Windows-31J）のCSVファイルを用意してください。');
}

const badFile = (detail: string) => new ProblemError(makeProblem('bad-file', { detail }));

/** Half-width, without spaces and what stands in parentheses, in small letters: `目標額（円）` → `目標額`. */
const plainName = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/\(.*?\)|[\s_]/g, '')
    .toLowerCase();

function findColumns(header: readonly string[]): Partial<Record<Name, number>> {
  const names = header.map(plainName);
  const columns: Partial<Record<Name, number>> = {};
  for (const [name, known] of Object.entries(aliases)) {
    const column = names.findIndex((one) => known.includes(one));
    if (column >= 0) columns[name as Name] = column;
  }
  const missing = needed.filter((name) => columns[name] === undefined);
  if (missing.length)
    throw badFile(
      `見出しに「${missing.map((name) => aliases[name].find((alias) => /\p{Script=Han}|\p{Script=Katakana}/u.test(alias))).join('」「')}」の列がありません。プロジェクトID、集まった額、日付の列が要ります。`,
    );
  return columns;
}

function readRow(
  cells: readonly string[],
  header: readonly string[],
  columns: Partial<Record<Name, number>>,
): Omit<FiguresRow, 'row'> {
  const cell = (name: Name) => (columns[name] === undefined ? '' : (cells[columns[name]] ?? '').trim());
  const date = readDate(cell('asOf'));
  const isOneDay = date && date !== 'none' && !date.to && !date.from.time;
  const given: Record<Name, unknown> = {
    id: cell('id').normalize('NFKC').toLowerCase(),
    raised: readYen(cell('raised')),
    asOf: isOneDay ? date.from.date : undefined,
    goal: cell('goal') ? (readYen(cell('goal')) ?? Number.NaN) : undefined,
    donors: cell('donors') ? (readYen(cell('donors').normalize('NFKC').replace(/人$/, '')) ?? Number.NaN) : undefined,
  };
  const result = projectFigures.safeParse(given);
  if (result.success) return { figures: result.data, problems: [] };
  const faulty = new Set(result.error.issues.map(({ path }) => path[0] as Name));
  const problems = [...faulty].map((name) => ({
    column: header[columns[name] ?? -1] ?? '',
    value: [...cell(name)].slice(0, 100).join(''),
    reason: cell(name) || !needed.includes(name as never) ? reasons[name] : `空です。${reasons[name]}`,
  }));
  return { problems };
}
