import type { Program, Session, Town } from '@kankei/core';
import { writeText } from './cell-text.ts';
import { writeList } from './lists.ts';
import { effortWords, kindWords, modeWords, organizerWords, payWords, statusWords } from './words.ts';

/** What a row is written from: a program, one of its sessions, and the town the file is of. */
interface Source {
  program: Program;
  session: Session | undefined;
  town: Town;
}

type Column = [name: string, cell: (source: Source) => string];

type Value = string | number | undefined;
const written = (value: Value, line: boolean) => (value === undefined ? '' : writeText(String(value), { line }));

/** A column of a text that may run over several lines. */
const text = (name: string, value: (program: Program) => Value): Column => [
  name,
  ({ program }) => written(value(program), false),
];
/** A column of a name, read back as one line. */
const line = (name: string, value: (program: Program) => Value): Column => [
  name,
  ({ program }) => written(value(program), true),
];
const none = (name: string): Column => [name, () => ''];
const ofSession = (name: string, part: keyof Session): Column => [name, ({ session }) => session?.[part] ?? ''];
const ofTown = (name: string, part: 'prefecture' | 'name'): Column => [
  name,
  ({ program, town }) => (program.town === town.code ? written(town[part], true) : ''),
];
/** Degrees begin with a minus in the west and south; a spreadsheet takes that for the number it is. */
const degrees = (name: string, part: 'latitude' | 'longitude'): Column => [
  name,
  ({ program }) => String(program.place?.[part] ?? ''),
];

/** 推奨データセット「イベント一覧」, in the order of its template. */
const recommended: Column[] = [
  line('都道府県コード又は市区町村コード', ({ town }) => town),
  line('NO', ({ id }) => id),
  ofTown('都道府県名', 'prefecture'),
  ofTown('市区町村名', 'name'),
  line('イベント名', ({ title }) => title),
  line('イベント名_カナ', ({ titleKana }) => titleKana),
  none('イベント名_英語'),
  ofSession('開始日', 'startDate'),
  ofSession('終了日', 'endDate'),
  ofSession('開始時間', 'startTime'),
  ofSession('終了時間', 'endTime'),
  text('開始日時特記事項', ({ dateNote }) => dateNote),
  text('説明', ({ description }) => description),
  text('料金(基本)', ({ fee }) => fee),
  text('料金(詳細)', ({ feeNote }) => feeNote),
  text('連絡先名称', ({ contact }) => contact?.name),
  text('連絡先電話番号', ({ contact }) => contact?.phone),
  text('連絡先内線番号', ({ contact }) => contact?.extension),
  text('主催者', ({ organizer }) => organizer?.name),
  line('場所名称', ({ place }) => place?.name),
  line('住所', ({ place }) => place?.address),
  none('方書'),
  degrees('緯度', 'latitude'),
  degrees('経度', 'longitude'),
  text('アクセス方法', ({ place }) => place?.access),
  text('駐車場情報', ({ place }) => place?.parking),
  text('定員', ({ capacity }) => capacity),
  text('参加申込終了日', ({ deadline }) => deadline?.date),
  text('参加申込終了時間', ({ deadline }) => deadline?.time),
  text('参加申込方法', ({ apply }) => apply?.method),
  text('URL', ({ url }) => url),
  text('備考', ({ note }) => note),
];

/** What the layout has no place for: names of the other two layouts where they have one, else our own. */
const extra: Column[] = [
  line('プログラムID', ({ id }) => id),
  line('プログラム種別', ({ kind }) => kindWords[kind]),
  line('状態', ({ status }) => statusWords[status]),
  line('開催形態', ({ mode }) => modeWords[mode]),
  ['テーマ', ({ program }) => writeList(program.themes)],
  text('概要', ({ summary }) => summary),
  line('地域', ({ place }) => place?.area),
  line('集合場所', ({ meetingPlace }) => meetingPlace),
  text('定員備考', ({ capacityNote }) => capacityNote),
  text('残り人数', ({ placesLeft }) => placesLeft),
  text('最少催行人数', ({ minimum }) => minimum),
  line('謝礼種別', ({ pay }) => pay && payWords[pay]),
  text('謝礼備考', ({ payNote }) => payNote),
  text('お礼', ({ thanks }) => thanks),
  text('持ち物', ({ bring }) => bring),
  ['必要な技能', ({ program }) => writeList(program.skills)],
  line('体力', ({ effort }) => effort && effortWords[effort]),
  text('体力備考', ({ effortNote }) => effortNote),
  text('対象者', ({ conditions }) => conditions),
  text('対象年齢_下限', ({ minimumAge }) => minimumAge),
  text('対象年齢_上限', ({ maximumAge }) => maximumAge),
  ['外国語対応', ({ program }) => writeList(program.languages)],
  line('受け入れる人', ({ host }) => host?.name),
  text('受け入れる人_紹介', ({ host }) => host?.introduction),
  line('担当者', ({ coordinator }) => coordinator?.name),
  text('担当者_紹介', ({ coordinator }) => coordinator?.introduction),
  line('主催者種別', ({ organizer }) => organizer?.type && organizerWords[organizer.type]),
  text('連絡先メールアドレス', ({ contact }) => contact?.email),
  text('連絡先URL', ({ contact }) => contact?.url),
  text('申込URL', ({ apply }) => apply?.url),
  text('画像', ({ image }) => image?.url),
  line('画像_説明', ({ image }) => image?.alt),
  line('画像_ライセンス', ({ image }) => image?.licence),
  line('画像_提供者', ({ image }) => image?.credit),
  text('更新日時', ({ updatedAt }) => updatedAt),
];

const columns = [...recommended, ...extra];

const quote = (cell: string) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const record = (cells: string[]) => `${cells.map(quote).join(',')}\r\n`;

/**
 * Writes programs as event CSV in the layout of 推奨データセット: its 32 columns in the template's order, then columns of
 * our own for what it has no place for. One row for each session, with the program's id as NO; a program without
 * sessions has one row. UTF-8 with a byte order mark and CRLF, as Excel wants it; no cell can be taken for a formula.
 * `readEventCsv` gives back the same programs, sessions sorted and each once.
 * `town`: whose prefecture and name stand in the rows of its own programs.
 */
export function writeEventCsv(programs: Iterable<Program>, town: Town): string {
  let csv = `\ufeff${record(columns.map(([name]) => name))}`;
  for (const program of programs) {
    const sessions = program.sessions.length ? program.sessions : [undefined];
    for (const session of sessions) csv += record(columns.map(([, cell]) => cell({ program, session, town })));
  }
  return csv;
}
