import { type Answer, type Field, overseas, timeZone } from '@kankei/core';
import type { Selectable } from 'kysely';
import { labelOf, optionLabel } from '../pages/form.ts';
import { formWords } from '../pages/form-words.ts';
import type { Database } from '../storage/database.ts';
import type { MemberTable } from '../storage/tables.ts';
import { type Club, memberFields, tierOf } from './club.ts';

/** Members read at once. */
const batch = 500;

interface Row extends Selectable<MemberTable> {
  said: Record<string, Answer | undefined>;
}

/**
 * All members of a club by their numbers, as CSV for spreadsheets in Japanese: UTF-8 with a byte order mark, lines ended
 * by CR LF, every answer in a column of its own. No cell is taken for a formula.
 */
export async function* exportMembers(db: Database, club: Club): AsyncGenerator<string> {
  const columns = columnsOf(club);
  yield `\ufeff${line(columns.map(([header]) => header))}`;
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('member')
      .selectAll()
      .where('town', '=', club.town.code)
      .where('number', '>', after)
      .orderBy('number')
      .limit(batch)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    yield rows
      .map((row) => ({ ...row, said: JSON.parse(row.answers) }))
      .map((row: Row) => line(columns.map(([, cell]) => cell(row))))
      .join('');
    after = last.number;
  }
}

type Column = [header: string, cell: (row: Row) => string];

function columnsOf(club: Club): Column[] {
  const asked = memberFields(club).filter(({ name }) => name !== 'tier' && name !== 'newsletter');
  const { tiers } = club.fanclub;
  const columns: Column[] = [
    ['会員番号', ({ number }) => String(number)],
    ['登録した日', ({ since }) => since],
    ...asked.map((field): Column => [labelOf(field, 'ja'), ({ said }) => answerText(field, said[field.name])]),
    ...(tiers.length ? [tierColumn(club)] : []),
    ['お知らせのメール', ({ newsletter_at }) => (newsletter_at === null ? '' : '希望')],
    ['お知らせに同意した日時', ({ newsletter_at }) => (newsletter_at === null ? '' : inTokyo(newsletter_at))],
    ['会員証に載せる名前', ({ card_name }) => card_name ?? ''],
    ['メールのことば', ({ language }) => language],
    ['申し込んだページ', ({ source }) => source ?? ''],
    ['紹介した人数', ({ introduced }) => String(introduced)],
    ['個人情報の取り扱いの版', ({ notice_version }) => notice_version],
    ['同意した日時', ({ consent_at }) => inTokyo(consent_at)],
  ];
  return columns;
}

function tierColumn(club: Club): Column {
  const field: Field = {
    name: 'tier',
    kind: 'choice',
    options: club.fanclub.tiers.map(({ id, label }) => ({ value: id, label })),
  };
  return [
    labelOf(field, 'ja'),
    ({ said }) => answerText(field, tierOf(club, said as Row['said'] & Record<string, Answer>)),
  ];
}

function answerText(field: Field, answer: Answer | undefined): string {
  if (answer === undefined) return '';
  if (typeof answer === 'boolean') return answer ? formWords.ja.yes : '';
  if (field.kind === 'prefecture' && answer === overseas) return formWords.ja.overseas;
  const isChosen = field.kind === 'choice' || field.kind === 'choices';
  const values = [answer].flat().map(String);
  return (isChosen ? values.map((value) => optionLabel(field, value, 'ja')) : values).join(formWords.ja.between);
}

/** `2026-11-21 12:00:00` in Tokyo, which spreadsheets take for a time. */
function inTokyo(instant: number): string {
  const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return format.format(instant);
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** An apostrophe before what a spreadsheet would reckon: somebody's `=…` must not run on a town hall's computer. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
