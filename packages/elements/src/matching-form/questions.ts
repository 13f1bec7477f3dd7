import { html, nothing, type TemplateResult } from 'lit';
import type { FieldGroup, Form } from '../internal/form/form.ts';
import { formFields } from '../internal/form/form-view.ts';
import type { Words } from './words.ts';

/** What a person does with the questions. */
export interface QuestionActions {
  input(event: Event): void;
  change(event: Event): void;
  /** On to the next screen of questions, or to what suits. */
  submit(event: Event): void;
  back(): void;
  reset(): void;
}

/** The questions, all of them or those of one screen. */
export function questionsView(
  form: Form,
  { matching: m }: Words,
  actions: QuestionActions,
  step: number | undefined,
): TemplateResult {
  const { groups } = form;
  const isLast = step === undefined || step >= groups.length - 1;
  const shown = step === undefined ? formFields(form) : formFields(form)[step];
  const isAnswered = step === undefined || isAnyAnswered(form, groups[step]);
  return html`<form
    part="form" novalidate aria-label=${m.title}
    @input=${actions.input} @change=${actions.change} @submit=${actions.submit}
  >
    ${step === undefined ? nothing : progress(step, groups.length, m)}
    <div class="fields">${shown}</div>
    <div class="buttons">
      <button part="submit" class="primary" type="submit">${isLast ? m.see : isAnswered ? m.next : m.skip}</button>
      ${step ? html`<button part="back" type="button" @click=${actions.back}>${m.back}</button>` : nothing}
      ${
        Object.keys(form.answers).length
          ? html`<button part="reset" type="button" @click=${actions.reset}>${m.reset}</button>`
          : nothing
      }
    </div>
  </form>`;
}

/** How far one has come. It takes the focus on every new screen, so that it is read out. */
export function progress(step: number, steps: number, m: Pick<Words['matching'], 'progress'>): TemplateResult {
  return html`<div part="progress" tabindex="-1">
    <p id="progress">${m.progress(step + 1, steps)}</p>
    <progress aria-labelledby="progress" max=${steps} value=${step + 1}></progress>
  </div>`;
}

function isAnyAnswered(form: Form, group: FieldGroup | undefined): boolean {
  return !!group?.fields.some((field) => {
    const answer = form.answer(field);
    return answer !== undefined && answer !== '' && [answer].flat().length > 0;
  });
}
