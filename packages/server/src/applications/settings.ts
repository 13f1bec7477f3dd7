import { createHash } from 'node:crypto';
import {
  type Answers,
  checkForm,
  dayAt,
  type Field,
  type FieldFault,
  inLanguage,
  programQuestions,
} from '@kankei/core';
import { dropLinks } from '../links/links.ts';
import { readAddress } from '../mail/address.ts';
import type { Database } from '../storage/database.ts';
import { findPrivateFacts } from './application-store.ts';
import { hostSubject } from './letters.ts';
import { findSetting } from './recruiting.ts';

/** What staff set for a program's applications. */
export const settingFields: readonly Field[] = [
  { name: 'people', kind: 'number', required: true, min: 1, max: 100 },
  { name: 'questions', kind: 'long-text', maxLength: 3000 },
  { name: 'joinUrl', kind: 'text', maxLength: 1000 },
  { name: 'joinNote', kind: 'long-text', maxLength: 2000 },
  { name: 'hostEmail', kind: 'email' },
];

/** What is set, as the form shows it. */
export async function readSettings(db: Database, town: string, program: string): Promise<Answers> {
  const { people, questions } = await findSetting(db, town, program);
  const { joinUrl = '', joinNote = '', hostEmail = '' } = await findPrivateFacts(db, town, program);
  return { people, questions: questions.map(lineOf).join('\n'), joinUrl, joinNote, hostEmail };
}

interface Saving {
  town: string;
  program: string;
  answers: Answers;
  /** ms since 1970. */
  now: number;
}

/** Sets what staff typed, in a transaction of the caller's, or says what is wrong with it. */
export async function saveSettings(db: Database, { town, program, answers, now }: Saving): Promise<FieldFault[]> {
  const { values, faults } = checkForm(settingFields, answers, dayAt(now));
  const given = (name: string) => (values[name] === undefined ? null : String(values[name]));
  const { questions: known } = await findSetting(db, town, program);
  const questions = programQuestions.safeParse(readQuestions(given('questions') ?? '', known));
  if (!questions.success) faults.push({ name: 'questions', code: 'unreadable' });
  const joinUrl = given('joinUrl');
  if (joinUrl !== null && !isWebUrl(joinUrl)) faults.push({ name: 'joinUrl', code: 'unreadable' });
  const hostEmail = given('hostEmail');
  if (hostEmail !== null && readAddress(hostEmail) === undefined) faults.push({ name: 'hostEmail', code: 'email' });
  if (faults.length || !questions.success) return faults;
  const setting = { people: Number(values.people), questions: JSON.stringify(questions.data) };
  const facts = { join_url: joinUrl, join_note: given('joinNote'), host_email: hostEmail };
  await db
    .insertInto('recruitment')
    .values({ town, program, ...setting })
    .onConflict((conflict) => conflict.columns(['town', 'program']).doUpdateSet(setting))
    .execute();
  // Whoever was the host before is it no more.
  const before = await findPrivateFacts(db, town, program);
  if (before.hostEmail !== facts.host_email)
    for (const purpose of ['host', 'feedback'] as const)
      await dropLinks(db, { town, subject: hostSubject(program), purpose });
  await db
    .insertInto('program_private')
    .values({ town, program, ...facts })
    .onConflict((conflict) => conflict.columns(['town', 'program']).doUpdateSet(facts))
    .execute();
  return [];
}

const isWebUrl = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** One question a line; who must be answered begins with this. */
const mark = '※';

const lineOf = ({ label, required }: Field) => `${required ? mark : ''}${inLanguage(label!, 'ja')}`;

/** Questions from their lines; one that stands there already keeps its name and kind, and so the answers it has. */
function readQuestions(text: string, known: readonly Field[]): Field[] {
  const lines = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) =>
    line.replace(mark, '').trim(),
  );
  return lines.map((line) => {
    const required = line.startsWith(mark);
    const label = line.slice(required ? mark.length : 0).trim();
    const same = known.find((field) => inLanguage(field.label!, 'ja') === label);
    const field: Field = same ?? { name: nameFor(label), kind: 'long-text', label, maxLength: 1000 };
    return { ...field, required };
  });
}

/** The same question has the same name, whenever it is asked. */
const nameFor = (label: string) => `q${createHash('sha256').update(label).digest('hex').slice(0, 16)}`;
