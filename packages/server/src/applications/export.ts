import type { Field } from '@kankei/core';
import { shownField } from '../pages/application.ts';
import { answerText, labelOf } from '../pages/form.ts';
import { staffApplicationWords } from '../pages/staff-applications-words.ts';
import type { Database } from '../storage/database.ts';
import { csvHead, csvLine, inTokyo } from '../submissions/csv.ts';
import { type KeptApplication, listApplications } from './application-store.ts';
import type { Recruiting } from './recruiting.ts';

type Column = [header: string, cell: (application: KeptApplication) => string];

/** All applications for a program in the order of arrival, as CSV for spreadsheets in Japanese. */
export async function exportApplications(db: Database, { program, fields }: Recruiting): Promise<string> {
  const columns = columnsOf(fields.filter(({ name }) => name !== 'privacy').map(shownField));
  const applications = await listApplications(db, program.town, program.id);
  const lines = applications.map((application) => csvLine(columns.map(([, cell]) => cell(application))));
  return csvHead(columns.map(([header]) => header)) + lines.join('');
}

function columnsOf(fields: readonly Field[]): Column[] {
  const say = staffApplicationWords.ja;
  return [
    [say.csv.arrived, ({ arrived }) => String(arrived)],
    [say.csv.state, ({ state }) => say.states[state]],
    [say.csv.party, ({ party }) => String(party)],
    ...fields
      .filter(({ name }) => name !== 'people')
      .map((field): Column => [labelOf(field, 'ja'), ({ answers }) => answerText(field, answers[field.name], 'ja')]),
    [say.csv.message, ({ message }) => message ?? ''],
    [say.csv.reply, ({ reply }) => reply ?? ''],
    [say.csv.createdAt, ({ created_at }) => inTokyo(created_at)],
    [say.csv.changedAt, ({ changed_at }) => inTokyo(changed_at)],
    [say.csv.language, ({ language }) => language],
    [say.csv.source, ({ source }) => source ?? ''],
    [say.csv.notice, ({ notice_version }) => notice_version],
  ];
}
