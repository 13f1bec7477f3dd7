import type { EventCsvEncoding, EventCsvLayout, ImportProblem } from '@kankei/formats';
import { advertisingLines } from '../furusato/advertising-words.ts';
import type { ImportReport } from '../import-file.ts';
import type { FlaggedProgram } from './import.ts';

const layouts: Record<EventCsvLayout, string> = {
  recommended: '推奨データセット',
  standard: '自治体標準オープンデータセット',
  'base-registry': 'ベース・レジストリ',
};
const encodings: Record<EventCsvEncoding, string> = { 'utf-8': 'UTF-8', 'windows-31j': 'Windows-31J（Shift_JIS）' };

/** So many places are shown of each kind of problem; all of them with `--json`. */
const shown = 3;

const count = (value: number) => value.toLocaleString('ja-JP');

/** A report in words, for the person who ran the import. */
export function summarize(
  report: ImportReport & {
    dryRun: boolean;
    problems: readonly ImportProblem[];
    flagged: readonly FlaggedProgram[];
  },
  { name, page }: { name: string; page: string },
): string {
  const { layout, encoding, rows, imported, reported, programs, problems, dryRun } = report;
  const lines = [
    `${name}（${layouts[layout]}、${encodings[encoding]}）`,
    `  行     ${count(rows)} 行のうち ${count(imported)} 行を読み取りました${reported ? `（${count(reported)} 行は掲載できません）` : ''}`,
    `  募集   ${count(programs)} 件（新しい ${count(report.created)}、変更 ${count(report.updated)}、変わらない ${count(report.unchanged)}）`,
    ...(report.withdrawn ? [`  取り下げ ${count(report.withdrawn)} 件（ファイルからなくなったもの）`] : []),
    ...otherTowns(report),
    ...(problems.length ? ['', ...kinds(problems)] : []),
    ...(report.flagged.length ? ['', ...advertising(report.flagged)] : []),
    '',
    dryRun ? '試しに読んだだけで、何も書き込んでいません。' : `見る：${page}`,
    '',
  ];
  return lines.join('\n');
}

/** What leads to furusato nozei and may not be said so; it is shown all the same, for it is a town's own page. */
function advertising(flagged: readonly FlaggedProgram[]): string[] {
  return [
    'ふるさと納税の募集に使えない表現があります。書き直してください',
    ...flagged.flatMap(({ id, title, texts }) => [
      `  ${id}  ${excerpt(title)}`,
      ...texts.flatMap((text) => advertisingLines(text).map((line) => `      ${line}`)),
    ]),
  ];
}

function otherTowns({ town, otherTowns }: ImportReport): string[] {
  const codes = Object.keys(otherTowns);
  if (!codes.length) return [];
  const rows = Object.values(otherTowns).reduce((sum, one) => sum + one, 0);
  const named = codes.slice(0, 5).join('、') + (codes.length > 5 ? ' など' : '');
  return [`  注意   ${count(rows)} 行は別の市区町村コード（${named}）の行ですが、${town} のものとして取り込みました`];
}

/** Each kind of problem, the most frequent first: how often, what it is, and where it is first. */
function kinds(problems: readonly ImportProblem[]): string[] {
  const byReason = new Map<string, ImportProblem[]>();
  for (const problem of problems) {
    const known = byReason.get(problem.reason);
    if (known) known.push(problem);
    else byReason.set(problem.reason, [problem]);
  }
  const sorted = [...byReason].sort(([, a], [, b]) => b.length - a.length);
  const lines = sorted.flatMap(([reason, some]) => [
    `  ${count(some.length)} か所  ${reason}`,
    ...some.slice(0, shown).map((problem) => `      ${placeOf(problem)}`),
    ...(some.length > shown ? ['      …'] : []),
  ]);
  return ['気づいたこと（すべては --json で）', ...lines];
}

/** Where a problem is, as a spreadsheet shows it: the header is its first line. */
function placeOf({ row, column, value }: ImportProblem): string {
  const place = `${count(row + 1)} 行目${column ? `「${column}」` : ''}`;
  return value ? `${place}${excerpt(value)}` : place;
}

function excerpt(value: string): string {
  const line = [...value.replace(/\s+/g, ' ')];
  return line.length > 30 ? `${line.slice(0, 29).join('')}…` : line.join('');
}
