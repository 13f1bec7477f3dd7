import { type Answer, type Field, inLanguage } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from '../live.ts';
import { answerOf, type FieldGroup, type Form } from './form.ts';

// How a form looks: native controls, labels above, what is wrong under the control it belongs to.

/** From so many options on, a choice is a list to open rather than buttons side by side. */
const manyOptions = 8;

/** Options that say more than this stand below each other. */
const longLabel = 40;

/** Fields in their groups, all unless others are given; `besides` stands above the fields of a group. */
export function formFields(
  form: Form,
  besides: (group: string) => unknown = () => nothing,
  groups: readonly FieldGroup[] = form.groups,
): TemplateResult[] {
  return groups.map(
    ({ id, heading, fields }, index) => html`<fieldset part="group">
      <legend part="group-heading" ?hidden=${!heading}>${heading}</legend>
      ${groups[index - 1]?.id === id ? nothing : besides(id)} ${fields.map((field) => formField(form, field))}
    </fieldset>`,
  );
}

/** Takes over what is typed anywhere in the form this stands on. */
export function takeInput(form: Form, { target }: Event): void {
  const control = target as HTMLInputElement;
  if (form.fields.some(({ name }) => name === control.name)) form.set(control.name, answerOf(control));
}

function formField(form: Form, field: Field): TemplateResult {
  const { kind } = field;
  if (kind === 'consent') return consent(form, field);
  if (kind === 'choices' || (kind === 'choice' && (field.options?.length ?? 0) < manyOptions))
    return choices(form, field);
  const { name } = field;
  return html`<div part="field" class="field-${kind}">
    <label for=${name}>${form.label(field)} ${mark(form, field)}</label>
    ${help(form, field)} ${control(form, field)} ${form.marks?.note(form, field)} ${form.marks?.fault(form, name)}
  </div>`;
}

function mark(form: Form, { required }: Field): TemplateResult {
  return required
    ? html`<span class="required">${form.words.required}</span>`
    : html`<span class="optional">${form.words.optional}</span>`;
}

function help(form: Form, field: Field): TemplateResult | typeof nothing {
  const text = form.help(field);
  return text ? html`<p part="help" id="${field.name}-help">${text}</p>` : nothing;
}

/** The ids of all that is said of a field. */
function describedBy(form: Form, field: Field): string | typeof nothing {
  const { name } = field;
  const said = { help: form.help(field), note: form.notes.has(name), fault: form.marks && form.faults.has(name) };
  const ids = Object.entries(said).flatMap(([what, is]) => (is ? [`${name}-${what}`] : []));
  return ids.join(' ') || nothing;
}

const isAtFault = (form: Form, { name }: Field) => (form.faults.has(name) ? 'true' : nothing);
const text = (answer: Answer | undefined) =>
  typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';

/** What helps the keyboards of phones; checking is ours, so that every width and hyphen is welcome. */
const keyboards: Partial<Record<Field['kind'], { type?: string; mode?: string }>> = {
  email: { mode: 'email' },
  tel: { type: 'tel' },
  postal: { mode: 'numeric' },
  number: { mode: 'numeric' },
  date: { type: 'date' },
};

/** On a computer others use too, the browser is to remember nothing either. */
const completion = ({ shared }: Form, { autocomplete }: Field) => (shared ? 'off' : (autocomplete ?? 'off'));

function control(form: Form, field: Field): TemplateResult {
  const { name, kind } = field;
  const autocomplete = completion(form, field);
  const value = text(form.answer(field));
  if (kind === 'long-text')
    return html`<textarea
      id=${name} name=${name} rows="4" .value=${live(value)}
      aria-describedby=${describedBy(form, field)} aria-invalid=${isAtFault(form, field)}
    ></textarea>`;
  if (kind === 'choice' || kind === 'prefecture') return select(form, field, value);
  const { type = 'text', mode } = keyboards[kind] ?? {};
  return html`<input
    id=${name} name=${name} type=${type} .value=${live(value)}
    inputmode=${mode ?? nothing} autocomplete=${autocomplete}
    autocapitalize=${kind === 'email' ? 'off' : nothing} spellcheck=${kind === 'email' ? 'false' : nothing}
    min=${field.from ?? nothing} max=${field.to ?? nothing}
    aria-describedby=${describedBy(form, field)} aria-invalid=${isAtFault(form, field)}
  />`;
}

function select(form: Form, field: Field, value: string): TemplateResult {
  const { name, kind, options = [] } = field;
  const { words } = form;
  const offered =
    kind === 'prefecture'
      ? Object.entries(words.prefectures)
      : options.map(({ value }) => [value, form.optionLabel(field, value)]);
  return html`<select
    id=${name} name=${name} autocomplete=${completion(form, field)}
    aria-describedby=${describedBy(form, field)} aria-invalid=${isAtFault(form, field)}
  >
    <option value="" .selected=${live(!value)}>${words.choose}</option>
    ${offered.map(([one, label]) => html`<option value=${one} .selected=${live(one === value)}>${label}</option>`)}
  </select>`;
}

function choices(form: Form, field: Field): TemplateResult {
  const { name, kind, options = [] } = field;
  const given = form.answer(field);
  const chosen = Array.isArray(given) ? given : [text(given)];
  const many = kind === 'choices';
  const invalid = isAtFault(form, field);
  const labels = options.map(({ value }) => form.optionLabel(field, value));
  return html`<fieldset
    part="field" class="choices" ?data-choices=${many} role=${many ? nothing : 'radiogroup'}
    aria-describedby=${describedBy(form, field)} aria-invalid=${many ? nothing : invalid}
  >
    <legend>${form.label(field)} ${mark(form, field)}</legend>
    ${help(form, field)}
    <div class=${labels.some((label) => label.length > longLabel) ? '' : 'options'}>
      ${options.map(
        ({ value, detail }, index) => html`<label class="tick"
          ><input
            type=${many ? 'checkbox' : 'radio'} name=${name} value=${value}
            .checked=${live(chosen.includes(value))} aria-invalid=${many ? invalid : nothing}
          /><span
            >${labels[index]}${detail ? html`<small>${inLanguage(detail, form.words.language)}</small>` : nothing}</span
          ></label
        >`,
      )}
    </div>
    ${form.marks?.fault(form, name)}
  </fieldset>`;
}

function consent(form: Form, field: Field): TemplateResult {
  const { name } = field;
  return html`<div part="field" class="consent">
    <label class="tick"
      ><input
        id=${name} type="checkbox" name=${name} .checked=${live(form.answer(field) === true)}
        aria-describedby=${describedBy(form, field)} aria-invalid=${isAtFault(form, field)}
      /><span>${form.label(field)} ${mark(form, field)}</span></label
    >
    ${help(form, field)} ${form.marks?.fault(form, name)}
  </div>`;
}
