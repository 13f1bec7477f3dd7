import type { Answers, FieldFault } from '@kankei/core';
import { editableFields } from '../needs/edit.ts';
import type { Needed } from '../needs/need-store.ts';
import { faultSummary, formFields } from './form.ts';
import { type Markup, markup } from './markup.ts';
import { shownNeedField } from './need-fields.ts';
import { staffNeedWords } from './staff-needs-words.ts';
import type { Language } from './words.ts';

export interface ToldOptions {
  needed: Needed;
  language: Language;
  /** The address of a page of the desk, relative to this one. */
  link: (path: string) => string;
  csrf: Markup;
  /** What could not be kept, with what was typed. */
  refused?: { why: 'late' | 'faults'; answers: Answers; faults: readonly FieldFault[] } | undefined;
}

/** The page where staff correct what a host told. */
export function toldPage({ needed, language, link, csrf, refused }: ToldOptions): { title: string; body: Markup } {
  const { need } = needed;
  const say = staffNeedWords[language];
  const fields = editableFields(needed).map(shownNeedField);
  const { answers = need.answers, faults = [] } = refused ?? {};
  const body = markup`<p class="small"><a href="${link(`/needs/${need.id}`)}">${say.backToNeed}</a></p>
      <h1>${say.editTold}</h1>
      ${refused?.why === 'late' ? markup`<p class="summary" role="alert">${say.refused.late}</p>` : ''}
      ${faultSummary({ fields, answers, faults, language })}
      <p>${say.editToldText}</p>
      <form method="post" action="${link(`/needs/${need.id}/told`)}" novalidate class="fields">
        ${csrf}
        <input type="hidden" name="seen" value="${need.changed_at}">
        ${formFields({ fields, answers, faults, language })}
        <p><button type="submit">${say.editToldSave}</button></p>
      </form>`;
  return { title: say.editTold, body };
}
