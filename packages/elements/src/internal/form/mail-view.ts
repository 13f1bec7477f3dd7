import { type Answers, inLanguage, ownAnswer } from '@kankei/core';
import { html, type TemplateResult } from 'lit';
import { answerText } from './answer-text.ts';
import type { FormFlow } from './form-flow.ts';
import { heading, questionText } from './form-flow-views.ts';

/** Everything as a mail the person sends: nothing leaves before they do. */
export function mailView(flow: FormFlow, values: Answers): TemplateResult {
  const { form, terms, headingLevel } = flow.options;
  const sent = flow.sent!;
  const address = terms.delivery && 'mail' in terms.delivery ? terms.delivery.mail : '';
  const subject = sent.mailSubject(inLanguage(terms.title, form.words.language));
  const answers = form.asked.map(
    (field) => [questionText(form, field), answerText(form, field, ownAnswer(values, field.name))] as const,
  );
  const body = [...answers, ...flow.facts].map((fact) => sent.mailLine(...fact)).join('\n');
  const mail = `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  return html`
    ${heading(sent.mailTitle, headingLevel())}
    <p>${sent.mailLead}</p>
    <p><a part="link" class="button primary" href=${mail}>${sent.mailOpen}</a></p>
    <p>${sent.mailCopy}</p>
    <p>${sent.mailTo(address)}</p>
    <textarea readonly rows="10" aria-label=${subject} .value=${body}></textarea>
    <p><button part="back" type="button" @click=${() => flow.back()}>${form.rest!.back}</button></p>
  `;
}
