import { contrast, type Field, readHexColor, textContrast } from '@kankei/core';
import { findMunicipality } from '@kankei/core/municipalities';
import { html, nothing, type TemplateResult } from 'lit';
import { formFields, takeInput } from '../internal/form/form-view.ts';
import type { Builder } from './builder.ts';
import type { Choices } from './choices.ts';

// Everything that can be chosen, as one form.

/** Groups that most pages leave as they are. */
const folded: Readonly<Record<string, 'moreOptions' | 'sourceOptions'>> = {
  options: 'moreOptions',
  source: 'sourceOptions',
};

export function chooseView(builder: Builder, choices: Choices): TemplateResult {
  const { form, words, widget } = builder;
  markForm(builder, choices);
  const about = (group: string) =>
    group === 'widget' ? html`<p part="help">${words.widgets[widget.name]?.about}</p>` : nothing;
  const groups = form.groups.filter(({ id }) => id !== 'paste');
  const plain = (ids: string[]) =>
    formFields(
      form,
      about,
      groups.filter(({ id }) => ids.includes(id)),
    );
  const fold = (id: string) =>
    html`<details ?open=${builder.unfolded.has(id)}><summary>${words[folded[id]!]}</summary><div class="fields">${plain([id])}</div></details>`;
  return html`<section aria-labelledby="choose">
    <h2 id="choose">${words.choose}</h2>
    <p>${words.chooseHelp}</p>
    <form
      class="fields" novalidate
      @input=${(event: Event) => take(builder, event)} @submit=${(event: Event) => event.preventDefault()}
    >
      ${plain(['town', 'widget'])} ${fold('options')} ${plain(['look'])} ${fold('source')}
    </form>
  </section>`;
}

/** Takes over what is typed or ticked in any form of the page. */
export function take(builder: Builder, event: Event): void {
  const { name, type, value } = event.target as HTMLInputElement;
  // The picker beside a colour writes it for the person.
  if (type === 'color') builder.form.set(name.replace('pick-', ''), value);
  else takeInput(builder.form, event);
  builder.changed();
}

/** What stands under fields: what was read, and what is wrong. Nothing is blamed before it was filled in. */
function markForm(builder: Builder, choices: Choices): void {
  const { form, words } = builder;
  const isFilled = (name: string) => String(form.answers[name] ?? '') !== '';
  const shown = [...choices.faults].filter(([name]) => isFilled(name));
  const sentences = new Map(
    shown.map(([name, code]) => {
      const field = form.fields.find((one) => one.name === name) as Field;
      if (code in words.faults) return [name, words.faults[code as keyof typeof words.faults]];
      const say = form.rest?.faults[code as keyof NonNullable<typeof form.rest>['faults']];
      return [name, say?.(form.label(field), field) ?? ''];
    }),
  );
  form.faults = new Map(shown.map(([name]) => [name, 'unreadable']));
  form.notes = new Map(['town', 'accent', 'background', 'words'].map((name) => [name, () => '']));
  form.marks = {
    note: (_, field) => note(builder, choices, field),
    fault: (_, name) => {
      const sentence = sentences.get(name);
      return sentence ? html`<p part="fault" id="${name}-fault">${sentence}</p>` : nothing;
    },
  };
}

function note(builder: Builder, choices: Choices, { name }: Field): TemplateResult | typeof nothing {
  if (name === 'town')
    return html`<p part="note" id="town-note" role="status">
      ${choices.towns.map((code) => `${townLine(code)} `)}
    </p>`;
  if (name === 'words') return html`<p part="note" id="words-note">${builder.usualWords(choices)}</p>`;
  if (name === 'background') return html`<p class="pick" id="background-note">${picker(builder, name, '#ffffff')}</p>`;
  return name === 'accent' ? accentNote(builder) : nothing;
}

function townLine(code: string): string {
  const found = findMunicipality(code);
  return found ? `${found.prefecture}${found.name}（${code}）` : code;
}

/** The browser's own way to pick a colour, beside the field that says it in letters. */
function picker({ form, words }: Builder, name: string, usual: string): TemplateResult {
  const answer = String(form.answers[name] ?? '');
  const value = /^#[\da-f]{6}$/i.test(answer) ? answer.toLowerCase() : usual;
  const label = words.colorPicker(form.label({ name, kind: 'text' }));
  return html`<input type="color" name="pick-${name}" aria-label=${label} .value=${value} />`;
}

/** How well the colour can be read: under the widget's white words, and as words on the page. */
function accentNote(builder: Builder): TemplateResult {
  const { form, words } = builder;
  const accent = readHexColor(String(form.answers.accent ?? ''));
  const background = readHexColor(String(form.answers.background ?? '')) ?? [255, 255, 255];
  const rows = accent && {
    white: contrast(accent, [255, 255, 255]),
    black: contrast(accent, [0, 0, 0]),
    background: contrast(accent, background),
  };
  // Words on it are white, and black on a dark page; the other is there for comparison.
  const isDark = contrast(background, [255, 255, 255]) > contrast(background, [0, 0, 0]);
  const isLow = rows && Math.min(isDark ? rows.black : rows.white, rows.background) < textContrast;
  const say = words.contrast;
  return html`<div id="accent-note">
    <p class="pick">${picker(builder, 'accent', '#0017c1')}</p>
    ${
      rows
        ? html`<ul class="contrast">
          ${(['white', 'black', 'background'] as const).map(
            (name) => html`<li class=${rows[name] < textContrast ? 'low' : ''}>
              ${say[name](rows[name])} <strong>${rows[name] < textContrast ? say.low : say.enough}</strong>
            </li>`,
          )}
        </ul>`
        : nothing
    }
    <p part="note" class="warning" role="status">${isLow ? say.warning : ''}</p>
  </div>`;
}
