import type { Answers, Field } from '@kankei/core';
import { answerText, labelOf } from '../pages/form.ts';
import { shownNeedField } from '../pages/need-fields.ts';
import type { Mail } from './mail.ts';
import { needMailWords } from './need-words.ts';
import { repeated } from './repeated.ts';
import { type About, wordsOf, writeMail } from './write-mail.ts';

/** What happened to a need, for the mail that says so. */
export type NeedStep =
  | { step: 'received' }
  /** `title`: the program's. */
  | { step: 'published' | 'cancelled'; title: string }
  /** `message`: why. */
  | { step: 'declined'; message: string };

export interface NeedStepOptions {
  answers: Answers;
  fields: readonly Field[];
  /** The host's page. */
  url: string;
}

/** To a host: what happened to the need, and at first how it was understood. */
export function needMail(about: About, step: NeedStep, { answers, fields, url }: NeedStepOptions): Mail {
  const { language } = wordsOf(about);
  const say = needMailWords[language];
  const said =
    step.step === 'received' ? say.received : step.step === 'declined' ? say.declined : say[step.step](step.title);
  const wrote = step.step === 'declined' ? [say.wrote, step.message] : [];
  const facts = fields.filter(({ name }) => understood.has(name)).map(shownNeedField);
  const whole = { ...said, subject: `【${about.title}】${said.subject}`, before: [...said.before, ...wrote] };
  if (step.step !== 'received') return writeMail(about, whole, { url });
  return writeMail(about, whole, {
    url,
    facts: facts.flatMap((field): [string, string][] => {
      const text = answerText(field, answers[field.name], language);
      return text ? [[labelOf(field, language), repeated(text, say.elsewhere)]] : [];
    }),
  });
}

/** What is repeated in the mail; all the rest stands on the page. */
const understood: ReadonlySet<string> = new Set(['what', 'when', 'people', 'who', 'bring', 'thanks']);
