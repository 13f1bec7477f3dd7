import { type Fanclub, fanclubFields, inLanguage, type LocalText } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Form } from '../internal/form/form.ts';
import type { FormFlow } from '../internal/form/form-flow.ts';
import { formFields, takeInput } from '../internal/form/form-view.ts';
import { live } from '../internal/live.ts';
import { type Beforehand, prefilledAnswers, readBeforehand } from './beforehand.ts';

// What a signup shows first: what the town says to those who may join, and the form.

/** What a person does with the form. */
export interface FormActions {
  /** Enter, or the button, was pressed. */
  goOn(): void;
  /** What follows what is typed, once it has come. */
  flow?: Pick<FormFlow, 'typed' | 'left'> | undefined;
}

/** What comes with the code of the element: until then there is nothing to send with. */
export interface FormEnd {
  /** Text with its addresses made links. */
  rich(text: string): unknown;
  /** What stands above the form. */
  above: unknown;
  /** What stands above the consents. */
  notice: unknown;
  /** The button, and why it does not go on. */
  button: unknown;
}

/** The group of the consents. */
const last = 'consent';

/** Enter is to go on before the button is there. */
const unseenButton = html`<button type="submit" hidden></button>`;

/** A town that takes applications by a form of its own elsewhere is joined there. */
export function isElsewhere({ delivery }: Fanclub): boolean {
  return !!delivery && 'form' in delivery;
}

/** Opens the form of a town with what the tag and the page's address say beforehand; gives that. */
export function openForm(
  form: Form,
  town: string | undefined,
  club: Fanclub,
  ofTag: Parameters<typeof readBeforehand>[0],
): Beforehand {
  const beforehand = readBeforehand(ofTag, location.search);
  const fields = fanclubFields(club);
  form.open(`signup:${town}`, fields, prefilledAnswers(fields, beforehand));
  return beforehand;
}

/** The whole page; without its end what a person fills in first: the first group. */
export function formPage(club: Fanclub, form: Form, level: number, actions: FormActions, end?: FormEnd): unknown {
  return [welcomeView(club, form, level, end?.rich), fillView(club, form, actions, end)];
}

/** What the town says to those who may join. */
export function welcomeView(
  { title, intro, memberTitle, benefits }: Fanclub,
  { words }: Form,
  level: number,
  rich: FormEnd['rich'] = (text) => text,
): TemplateResult {
  const say = (text: LocalText | undefined) => (text === undefined ? '' : inLanguage(text, words.language));
  return html`
    <div part="title" role="heading" aria-level=${level}>${say(title)}</div>
    ${intro === undefined ? nothing : html`<p part="intro">${rich(say(intro))}</p>`}
    ${
      benefits.length
        ? html`<div part="benefits">
            <p><strong>${words.benefits(memberTitle && say(memberTitle))}</strong></p>
            <ul>
              ${benefits.map(
                ({ title, detail, place }) => html`<li>
                  ${say(title)}${place === undefined ? nothing : words.benefitPlace(say(place))}
                  ${detail === undefined ? nothing : html`<span class="detail">${say(detail)}</span>`}
                </li>`,
              )}
            </ul>
          </div>`
        : nothing
    }
  `;
}

function fillView(
  { memberTitle }: Fanclub,
  form: Form,
  { goOn, flow }: FormActions,
  end: FormEnd | undefined,
): TemplateResult {
  const { words, groups } = form;
  const input = (event: Event) => {
    takeInput(form, event);
    flow?.typed(event);
  };
  const share = ({ target }: Event) => form.share((target as HTMLInputElement).checked);
  const submit = (event: Event) => {
    event.preventDefault();
    goOn();
  };
  // A form has a property for each control, by the name a town gave it (`insertBefore`): so what is drawn anew stands in
  // a box of its own.
  return html`
    <p>${words.minutes(Math.max(1, Math.round(form.fields.length / 6)))}</p>
    ${end?.above}
    <form
      part="form" novalidate tabindex="-1" aria-label=${words.join(memberTitle && inLanguage(memberTitle, words.language))}
      @input=${input} @submit=${submit} @focusout=${(event: Event) => void flow?.left(event)}
    >
      <div class="fields">
        <label part="shared" class="tick"
          ><input type="checkbox" .checked=${live(form.shared)} @change=${share} /><span>${words.sharedComputer}</span></label
        >
        ${formFields(form, (group) => (group === last ? end?.notice : nothing), end ? groups : groups.slice(0, 1))} ${end ? end.button : unseenButton}
      </div>
    </form>
  `;
}
