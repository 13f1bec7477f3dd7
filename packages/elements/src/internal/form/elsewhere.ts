import { type Answers, type Delivery, type PrivacyNotice, prefillable } from '@kankei/core';
import { html, type TemplateResult } from 'lit';
import { webLink } from '../web-link.ts';
import type { Form } from './form.ts';
import { privacyNotice } from './privacy-notice.ts';

/** A form of the town's own on another site. */
export type Elsewhere = Extract<Delivery, { form: string }>;

/** The way to a form of the town's own on another site, in place of ours. */
export function elsewhereEnd(elsewhere: Elsewhere, notice: PrivacyNotice, { answers, words }: Form): TemplateResult {
  return html`
    <p>${words.formElsewhere}</p>
    ${privacyNotice(notice, words)}
    <p>
      <a part="link" class="button primary" href=${prefilledForm(elsewhere, answers)} target="_blank" rel="noopener"
        ><span>${words.openForm}${words.leaves}</span></a
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
