import { dayAt, type RegistrationNotice, residentRegistration } from '@kankei/core';
import { html, nothing } from 'lit';
import { blockLink } from './corporate.ts';
import type { MoreView } from './more.ts';
import { heading, paragraph } from './view.ts';

/** ふるさと住民登録制度 as far as it is known, and that nobody is asked for My Number here. */
export function registrationView(notice: RegistrationNotice | undefined, view: MoreView) {
  if (!notice) return nothing;
  const { more, level, now, era } = view;
  const { registration: words, month } = more;
  const { asOf, begins, tiers } = residentRegistration;
  const [, premium] = tiers;
  const begun = dayAt(now).slice(0, 7) >= begins;
  return html`<section part="registration" class="block" aria-labelledby="registration">
    ${heading(words.title, level + 1, 'heading', 'registration')}
    <p class="text">${(begun ? words.begun : words.planned)(month(begins, era))}</p>
    ${paragraph(notice.text, view, 'text')}
    <dl class="tiers">
      <dt>${words.tiers.basic.name}</dt>
      <dd>${words.tiers.basic.text()}</dd>
      <dt>${words.tiers.premium.name}</dt>
      <dd>
        ${words.tiers.premium.text(premium.activities, premium.municipalities, premium.renewalMonths)}
        ${premium.needsMyNumberCard ? words.tiers.premium.card : nothing}
      </dd>
    </dl>
    <p><strong>${words.never}</strong></p>
    <p class="as-of">${words.asOf(month(asOf, era))}</p>
    ${blockLink(notice.url, words.page, view)} ${blockLink(notice.app, words.app, view)}
  </section>`;
}
