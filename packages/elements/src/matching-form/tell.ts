import { type Misfit, type Reason, type Region, type StayLength, toInstant } from '@kankei/core';
import type { Form } from '../internal/form/form.ts';
import type { Words } from './words.ts';

// Reasons come as codes with the facts they rest on; here they become sentences.

/** What tells why a program suits and why not: the words, and the questions with a town's own answers. */
export interface Teller {
  words: Words;
  form: Form;
}

/** Why a program suits, in a sentence. */
export function tellReason({ code, asked = '', found }: Reason, teller: Teller): string {
  return teller.words.matching.reasons[code](askedWords(code, asked, teller), foundWords(code, found, teller));
}

/** What does not suit, in a sentence. */
export function tellMisfit({ code, asked = '', found }: Misfit, teller: Teller): string {
  return teller.words.matching.misfits[code](askedWords(code, asked, teller), foundWords(code, found, teller));
}

type Code = Reason['code'] | Misfit['code'];

/** The questions by whose options an answer is called. */
const questions: Partial<Record<Code, string>> = {
  theme: 'themes',
  skill: 'skills',
  hope: 'hopes',
  company: 'company',
  month: 'months',
  length: 'lengths',
  language: 'languages',
};

function askedWords(code: Code, asked: string, { words, form }: Teller): string {
  const { matching } = words;
  if (code === 'weekday' && asked === 'holiday') return matching.holiday;
  if (code === 'weekday') return asked === 'sat' || asked === 'sun' ? matching.weekend : matching.workday;
  return optionWords(code, asked, form);
}

function optionWords(code: Code, value: string, form: Form): string {
  const name = questions[code];
  const field = name && form.fields.find((one) => one.name === name);
  return field ? form.optionLabel(field, value) : value;
}

function foundWords(code: Code, found: string, { words, form }: Teller): string {
  const { matching, program } = words;
  const own = (table: Readonly<Record<string, string>>) => (Object.hasOwn(table, found) ? table[found]! : found);
  switch (code) {
    case 'theme':
    case 'hope':
      return Object.hasOwn(program.kinds, found) ? own(program.kinds) : own(program.pays);
    case 'weekday':
    case 'month':
      return dayWords(found, words);
    case 'mode':
      return own(program.modes);
    case 'effort':
      return own(program.efforts);
    case 'length':
      return optionWords(code, found as StayLength, form);
    case 'same-region':
      return matching.regions[found as Region] ?? found;
    case 'same-prefecture':
    case 'far':
      return own(words.form.prefectures);
    case 'language':
      return found
        .split(' ')
        .map((language) => optionWords(code, language, form))
        .join(matching.between);
    default:
      return found;
  }
}

/** A day as a list says it; what is none, as it is. */
function dayWords(day: string, { program }: Words): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? program.date(toInstant(day), false) : day;
}
