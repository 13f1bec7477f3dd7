import type { Answer, Field } from '@kankei/core';
import type { Form } from './form.ts';

/** An answer as a person reads it; for a form that has its words for that (`mark`). */
export function answerText(form: Form, field: Field, answer: Answer | undefined): string {
  const rest = form.rest!;
  if (field.kind === 'consent') return answer === true ? rest.yes : rest.no;
  if (answer === undefined) return rest.unanswered;
  if (field.kind === 'prefecture') return form.words.prefectures[String(answer)] ?? String(answer);
  if (field.options)
    return [answer]
      .flat()
      .map((value) => form.optionLabel(field, String(value)))
      .join(rest.between);
  return String(answer);
}
