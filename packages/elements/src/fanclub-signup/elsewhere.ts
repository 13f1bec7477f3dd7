import { type Answers, type Fanclub, prefillable } from '@kankei/core';
import { html, type TemplateResult } from 'lit';
import type { Form } from '../internal/form/form.ts';
import { privacyNotice } from '../internal/form/privacy-notice.ts';
import { richText } from '../internal/rich-text.ts';
import { webLink } from '../internal/web-link.ts';
import { welcomeView } from './form-page.ts';

/** A form of the town's own on another site. */
type Elsewhere = Extract<Fanclub['delivery'], { form: string }>;

/** A town that takes applications by a form of its own elsewhere is joined there. */
export function elsewherePage(club: Fanclub, form: Form, level: number): TemplateResult {
  const { answers, words } = form;
  return html`
    ${welcomeView(club, form, level, richText)}
    <p>${words.formElsewhere}</p>
    ${privacyNotice(club.notice, words)}
    <p>
      <a part="link" class="button primary" href=${prefilledForm(club.delivery as Elsewhere, answers)} target="_blank" rel="noopener"
        >${words.openForm}<span>${words.leaves}</span></a
      >
    </p>
  `;
}

/** The address of a town's own form, with what may be handed over in it. `prefill` names the form's parameters. */
function prefilledForm({ form, prefill }: Elsewhere, answers: Answers): string {
  const address = new URL(webLink(form) ?? 'about:blank');
  for (const name of prefillable) {
    const parameter = prefill?.[name];
    const answer = answers[name];
    if (parameter && answer !== undefined) address.searchParams.set(parameter, [answer].flat().join());
  }
  return address.href;
}
