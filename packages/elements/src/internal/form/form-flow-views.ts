import { type Answers, type Field, inLanguage, ownAnswer } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { answerText } from './answer-text.ts';
import type { Form } from './form.ts';
import type { FormFlow } from './form-flow.ts';
import { privacyNotice } from './privacy-notice.ts';

// What follows a form: a look over it, and what is said in the end.

/** What a step begins with, and what takes the focus there. */
export function heading(text: string, level: number): TemplateResult {
  return html`<div part="heading" role="heading" aria-level=${level} tabindex="-1">${text}</div>`;
}

/** A question as it is named where it no longer stands beside its notice. */
export const questionText = (form: Form, field: Field) =>
  field.name === 'privacy' ? form.rest!.privacyAsked : form.label(field);

export function reviewView(flow: FormFlow, values: Answers): TemplateResult {
  const { form, terms, headingLevel } = flow.options;
  const { words } = form;
  const rest = form.rest!;
  // The second click of a double click was meant for the button before this one.
  const send = ({ detail }: MouseEvent) => detail < 2 && flow.send();
  return html`
    ${heading(rest.reviewTitle, headingLevel())}
    <p>${rest.reviewLead}</p>
    <div part="review">
      ${form.groups.map(({ heading, fields }) => {
        const name = heading || form.label(fields[0]!);
        return html`<section role="group" aria-label=${name}>
          <div class="bar">
            <p class="name">${name}</p>
            <button part="change" type="button" aria-label=${rest.change(name)} @click=${() => flow.back(fields[0]!.name)}>
              ${rest.changeShort}
            </button>
          </div>
          <dl>
            ${fields.map(
              (field) =>
                html`<div>
                  <dt class=${heading ? '' : 'hidden'}>${questionText(form, field)}</dt>
                  <dd>${answerText(form, field, ownAnswer(values, field.name))}</dd>
                </div>`,
            )}
          </dl>
        </section>`;
      })}
      ${flow.factsView()}
    </div>
    ${privacyNotice(terms.notice, words)}
    ${flow.problem ? html`<p part="problem" role="alert">${flow.problem}</p>` : nothing}
    <p role="status" class=${flow.isSending ? '' : 'hidden'}>${flow.isSending ? rest.sending : ''}</p>
    <div class="actions">
      <button
        part=${flow.problem ? 'retry submit' : 'submit'} class="primary" type="button"
        aria-disabled=${flow.isSending ? 'true' : nothing} @click=${send}
      >${rest.send}</button>
      <button part="back" type="button" @click=${() => flow.back()}>${rest.back}</button>
    </div>
  `;
}

/**
 * What follows from the town's side, under `when` where that is not at once, whom to ask, and a way to begin anew: under
 * what a person is told in the end.
 */
export function doneEnd(flow: FormFlow, when?: string): TemplateResult {
  const { form, terms } = flow.options;
  const { language } = form.words;
  const sent = flow.sent!;
  return html`
    ${terms.next === undefined ? nothing : html`${when && html`<p><strong>${when}</strong></p>`}<p>${inLanguage(terms.next, language)}</p>`}
    <p>${sent.askUs(inLanguage(terms.notice.contact, language))}</p>
    <button part="back" type="button" @click=${() => flow.again()}>${sent.again}</button>
  `;
}
