import type { Answer, Field } from '@kankei/core';
import type { Selectable } from 'kysely';
import { answerText, labelOf } from '../pages/form.ts';
import type { Database } from '../storage/database.ts';
import type { MemberTable } from '../storage/tables.ts';
import { csvHead, csvLine, inTokyo } from '../submissions/csv.ts';
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
  yield csvHead(columns.map(([header]) => header));
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
      .map((row: Row) => csvLine(columns.map(([, cell]) => cell(row))))
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
    ...asked.map((field): Column => [labelOf(field, 'ja'), ({ said }) => answerText(field, said[field.name], 'ja')]),
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
    ({ said }) => answerText(field, tierOf(club, said as Row['said'] & Record<string, Answer>), 'ja'),
  ];
}
