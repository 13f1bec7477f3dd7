import { inLanguage, type Matching, type Recruitment } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Form } from '../../internal/form/form.ts';
import { heading } from '../../internal/form/form-flow-views.ts';
import { formFields } from '../../internal/form/form-view.ts';
import { privacyNotice } from '../../internal/form/privacy-notice.ts';
import { live } from '../../internal/live.ts';
import { richText } from '../../internal/rich-text.ts';
import type { ApplicationRestStrings } from '../../strings/application.ts';

/** What a person does with the form. */
export interface ApplicationActions {
  input(event: Event): void;
  share(event: Event): void;
  submit(event: Event): void;
  focusout(event: FocusEvent): void;
}

export interface ApplicationPage {
  form: Form;
  matching: Matching;
  recruitment: Recruitment;
  s: ApplicationRestStrings;
  /** The level of its heading in the page's outline. */
  level: number;
  /** When it is, in words. */
  when: string | undefined;
  /** What stands above the form: what came back, and what is wrong. */
  above: unknown;
  /** What is for machines. */
  trap: unknown;
}

/** What a person fills in to apply for a program. */
export function applicationPage(page: ApplicationPage, actions: ApplicationActions): TemplateResult {
  const { form, matching, recruitment, s, level, when, above, trap } = page;
  const { words } = form;
  const { title, intro } = matching.application ?? {};
  const waits = recruitment.state === 'waiting';
  const left = recruitment.placesLeft === undefined ? undefined : s.left(recruitment.placesLeft);
  const name = waits ? s.waitTitle : title === undefined ? s.title : inLanguage(title, words.language);
  return html`
    ${heading(name, level)}
    ${when ? html`<p part="when"><strong>${when}</strong></p>` : nothing}
    ${intro === undefined ? nothing : html`<p class="text">${richText(inLanguage(intro, words.language))}</p>`}
    <p>${waits ? s.waitLead : left} ${words.minutes(Math.max(1, Math.round(form.fields.length / 6)))}</p>
    ${above}
    <form
      part="form" novalidate tabindex="-1" aria-label=${name}
      @input=${actions.input} @submit=${actions.submit} @focusout=${actions.focusout}
    >
      <div class="fields">
        <label part="shared" class="tick"
          ><input type="checkbox" .checked=${live(form.shared)} @change=${actions.share} /><span>${words.sharedComputer}</span></label
        >
        ${formFields(form, (group) => (group === 'consent' ? privacyNotice(matching.notice!, words) : nothing))}
        ${trap}
        <p><button part="submit" class="primary" type="submit">${words.review}</button></p>
      </div>
    </form>
  `;
}
