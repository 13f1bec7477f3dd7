import {
  type Answer,
  type Answers,
  type Field,
  type FieldFault,
  inLanguage,
  overseas,
  prefectureNames,
} from '@kankei/core';
import { type FormWords, formWords } from './form-words.ts';
import { type Markup, markup } from './markup.ts';
import type { Language } from './words.ts';

export interface FormOptions {
  fields: readonly Field[];
  answers: Readonly<Answers>;
  faults?: readonly FieldFault[] | undefined;
  language: Language;
}

/** What a field is made from. */
interface FieldContext {
  field: Field;
  say: FormWords;
  language: Language;
  value: Answer | undefined;
  /** The ids of what describes the control. */
  described: string;
  invalid: boolean;
}

/**
 * What is to be mended, each line a link to its field; empty without faults. Focused when the page opens, so that a
 * screen reader begins there.
 */
export function faultSummary({ fields, faults = [], language }: FormOptions): Markup {
  const say = formWords[language];
  if (!faults.length) return markup``;
  const lines = faults.flatMap((fault) => {
    const field = fields.find(({ name }) => name === fault.name);
    return field ? [markup`<li><a href="#field-${field.name}">${faultText(field, fault, language)}</a></li>`] : [];
  });
  return markup`<div class="summary" role="alert" tabindex="-1" autofocus>
        <h2>${say.summary(faults.length)}</h2>
        <ul>${lines}</ul>
      </div>`;
}

/** Native controls for the fields: labels above, help under them, faults under the control. Works without scripts. */
export function formFields({ fields, answers, faults = [], language }: FormOptions): Markup {
  return markup`${fields.map((field) => {
    const fault = faults.find(({ name }) => name === field.name);
    return fieldMarkup(field, fields, answers[field.name], fault, language);
  })}`;
}

/** What a browser sent of the fields. A box that is not ticked is not sent. */
export function readAnswers(fields: readonly Field[], sent: URLSearchParams): Answers {
  return Object.fromEntries(
    fields.map(({ name, kind }): [string, Answer] => {
      if (kind === 'choices') return [name, sent.getAll(name)];
      return [name, kind === 'consent' ? sent.has(name) : (sent.get(name) ?? '')];
    }),
  );
}

function fieldMarkup(
  field: Field,
  fields: readonly Field[],
  value: Answer | undefined,
  fault: FieldFault | undefined,
  language: Language,
): Markup {
  const say = formWords[language];
  const { name, kind, required } = field;
  const help = helpTexts(field, fields, language);
  const described = [help.length ? `help-${name}` : '', fault ? `fault-${name}` : ''].filter(Boolean).join(' ');
  const context: FieldContext = { field, say, language, value, described, invalid: fault !== undefined };
  const mark = markup`<span class="mark-of">${required ? say.required : say.optional}</span>`;
  const helped = help.length ? markup`<p class="small lines" id="help-${name}">${help.join('\n')}</p>` : '';
  const faulty = fault ? markup`<p class="fault" id="fault-${name}">${faultText(field, fault, language)}</p>` : '';
  const label = labelOf(field, language);
  if (kind === 'choices')
    return markup`<fieldset class="field" id="field-${name}" tabindex="-1" ${describe(context)}>
        <legend>${label} ${mark}</legend>
        ${helped}${boxes(context)}${faulty}
      </fieldset>`;
  if (kind === 'consent')
    return markup`<div class="field">
        <label class="box"><input type="checkbox" name="${name}" value="yes" ${common(context)}${value ? markup` checked` : ''}> ${label}</label>
        ${helped}${faulty}
      </div>`;
  return markup`<div class="field">
        <label for="field-${name}">${label} ${mark}</label>
        ${helped}${control(context)}${faulty}
      </div>`;
}

function control(context: FieldContext): Markup {
  const { field, say, language, value } = context;
  const { name, kind } = field;
  const text = value === undefined || typeof value === 'boolean' ? '' : String(value);
  if (kind === 'long-text')
    return markup`<textarea name="${name}" rows="5" ${common(context)}>
${text}</textarea>`;
  if (kind === 'prefecture')
    return select(context, text, [
      ...prefectureNames.map((one) => [one, say.prefecture(one)] as const),
      [overseas, say.overseas],
    ]);
  if (kind === 'choice')
    return select(
      context,
      text,
      (field.options ?? []).map(({ value }) => [value, optionLabel(field, value, language)]),
    );
  const type = kind === 'email' || kind === 'tel' ? kind : 'text';
  const mode = kind === 'number' || kind === 'birth-year' || kind === 'postal' ? markup` inputmode="numeric"` : '';
  return markup`<input type="${type}" name="${name}" value="${text}"${mode} ${common(context)}>`;
}

function select(context: FieldContext, chosen: string, options: readonly (readonly [string, string])[]): Markup {
  const { field, say } = context;
  return markup`<select name="${field.name}" ${common(context)}>
          <option value="">${say.choose}</option>
          ${options.map(([value, label]) => markup`<option value="${value}"${value === chosen ? markup` selected` : ''}>${label}</option>`)}
        </select>`;
}

function boxes({ field, language, value }: FieldContext): Markup {
  const chosen = Array.isArray(value) ? value : [];
  return markup`${(field.options ?? []).map(
    (option) =>
      markup`<label class="box"><input type="checkbox" name="${field.name}" value="${option.value}"${
        chosen.includes(option.value) ? markup` checked` : ''
      }> ${optionLabel(field, option.value, language)}</label>`,
  )}`;
}

/** The server judges, and says so in our words: a browser's own checks would speak its language, one at a time. */
function common(context: FieldContext): Markup {
  const { name, autocomplete } = context.field;
  return markup`id="field-${name}"${autocomplete ? markup` autocomplete="${autocomplete}"` : ''} ${describe(context)}`;
}

function describe({ described, invalid }: FieldContext): Markup {
  return markup`${described ? markup`aria-describedby="${described}"` : ''}${invalid ? markup` aria-invalid="true"` : ''}`;
}

/** A town's own words, else ours. */
export function labelOf({ name, label }: Field, language: Language): string {
  return label === undefined ? (formWords[language].labels[name] ?? name) : inLanguage(label, language);
}

export function optionLabel({ name, options = [] }: Field, value: string, language: Language): string {
  const label = options.find((option) => option.value === value)?.label;
  return label === undefined ? (formWords[language].options[name]?.[value] ?? value) : inLanguage(label, language);
}

/** An answer in words, to be read or exported; empty where there is none. */
export function answerText(field: Field, answer: Answer | undefined, language: Language): string {
  if (answer === undefined) return '';
  if (typeof answer === 'boolean') return answer ? formWords[language].yes : '';
  if (field.kind === 'prefecture')
    return answer === overseas ? formWords[language].overseas : formWords[language].prefecture(String(answer));
  const isChosen = field.kind === 'choice' || field.kind === 'choices';
  const values = [answer].flat().map(String);
  return (isChosen ? values.map((value) => optionLabel(field, value, language)) : values).join(
    formWords[language].between,
  );
}

function helpTexts(field: Field, fields: readonly Field[], language: Language): string[] {
  const { name, help, shownWhen, options = [] } = field;
  const say = formWords[language];
  const text = help === undefined ? say.helps[name] : inLanguage(help, language);
  const meanings = options.flatMap(({ value, detail }) =>
    detail === undefined ? [] : [say.meaning(optionLabel(field, value, language), inLanguage(detail, language))],
  );
  const texts = [...(text ? [text] : []), ...meanings];
  const other = fields.find((one) => one.name === shownWhen?.field);
  if (!other || !shownWhen) return texts;
  const answers = shownWhen.is.map((value) =>
    other.kind === 'consent' ? say.yes : optionLabel(other, value, language),
  );
  return [say.onlyWhen(labelOf(other, language), answers.join(say.between)), ...texts];
}

function faultText(field: Field, { code }: FieldFault, language: Language): string {
  return formWords[language].faults[code](labelOf(field, language), field);
}
