import { type Answers, type Field, type FieldFaultCode, ownAnswer } from '@kankei/core';
import {
  estimateLimit,
  type LimitEstimate,
  limitYears,
  readYen,
  salaryLimit,
  unestimated,
} from '@kankei/core/furusato';
import type { EstimateStrings } from '../../strings/ja-furusato-rest.ts';

// What is asked for an estimate, in words that need no tax law, and what the answers come to.

/** What makes no estimate possible, by the question it lies in. */
export type Refused =
  | { refused: 'spouse' | 'children' | 'year' }
  | { refused: 'circumstances'; circumstances: readonly string[] };
export type Outcome = LimitEstimate | Refused;

const [firstYear] = limitYears;
const lastYear = limitYears.at(-1)!;

/** The year of donation to begin with: this one, or the option that says there are no rules for it. */
export function presentYear(today: string): string {
  return String(Math.min(Math.max(Number(today.slice(0, 4)), firstYear - 1), lastYear + 1));
}

/** The questions, their years named in these words. */
export function estimateFields(words: EstimateStrings, today: string): Field[] {
  const options = (name: string) => Object.keys(words.options[name]!).map((value) => ({ value }));
  const years = limitYears.map((year) => ({
    value: String(year),
    label: today.startsWith(`${year}-`) ? words.thisYear(year) : words.year(year),
  }));
  return [
    { name: 'salary', kind: 'number', required: true, min: 0, max: salaryLimit, group: 'you' },
    { name: 'spouse', kind: 'choice', required: true, options: options('spouse'), group: 'you' },
    { name: 'children', kind: 'choice', required: true, options: options('children'), group: 'you' },
    {
      name: 'year',
      kind: 'choice',
      required: true,
      options: [
        { value: String(firstYear - 1), label: words.before(firstYear - 1) },
        ...years,
        { value: String(lastYear + 1), label: words.after(lastYear + 1) },
      ],
      group: 'case',
    },
    { name: 'circumstances', kind: 'choices', options: unestimated.map((value) => ({ value })), group: 'case' },
  ];
}

/** The family as the table names it; a word it does not know where it has no such family. */
function familyOf(spouse: string, children: string): string {
  return children === 'none' ? spouse : `${spouse}_${children}`;
}

/** What the answers come to: an estimate, why there is none, or which answers are at fault. */
export function answer(answers: Readonly<Answers>): Outcome | { faults: Map<string, FieldFaultCode> } {
  const text = (name: string) => String(ownAnswer(answers, name) ?? '').trim();
  const faults = new Map<string, FieldFaultCode>();
  const result = estimateLimit({
    salary: readYen(text('salary')) ?? Number.NaN,
    family: familyOf(text('spouse'), text('children')),
    year: Number(text('year')),
    circumstances: [ownAnswer(answers, 'circumstances') ?? []].flat().map(String),
  });
  const { refusal } = 'refusal' in result ? result : {};
  if (refusal?.field === 'salary') faults.set('salary', refusal.code === 'not-whole-yen' ? 'number' : refusal.code);
  for (const name of ['salary', 'spouse', 'children', 'year']) if (!text(name)) faults.set(name, 'required');
  if (faults.size) return { faults };
  if (!('refusal' in result)) return result;
  if (result.refusal.field === 'circumstances')
    return { refused: 'circumstances', circumstances: result.refusal.circumstances };
  if (result.refusal.field === 'year') return { refused: 'year' };
  return { refused: text('spouse') === 'other' ? 'spouse' : 'children' };
}
