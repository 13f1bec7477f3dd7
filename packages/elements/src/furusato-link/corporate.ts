import { type CorporateDonation, inLanguage } from '@kankei/core';
import { html, nothing } from 'lit';
import { phoneLink } from '../internal/phone-link.ts';
import { webLink } from '../internal/web-link.ts';
import { remark, target } from './links.ts';
import type { MoreView } from './more.ts';
import { heading, paragraph } from './view.ts';

/** The corporate version (企業版): for whom, from how much on, that nothing is given in return, and whom to ask. */
export function corporateView(corporate: CorporateDonation | undefined, view: MoreView) {
  if (!corporate) return nothing;
  const { more, level, s } = view;
  const { text, least, url, contact } = corporate;
  return html`<section part="corporate" class="block" aria-labelledby="corporate">
    ${heading(more.corporate.title, level + 1, 'heading', 'corporate')} ${paragraph(text, view, 'text')}
    <ul class="points">${more.corporate.points(s.yen(least)).map((point) => html`<li>${point}</li>`)}</ul>
    ${blockLink(url, more.corporate.details, view)} ${contact ? contactView(contact, view) : nothing}
  </section>`;
}

/** A link below a block's text. */
export function blockLink(address: string | undefined, label: string, view: MoreView) {
  const url = webLink(address);
  return url
    ? html`<p><a part="link" href=${url} rel="noopener" target=${target(view)}>${label} <small>${remark(url, view)}</small></a></p>`
    : nothing;
}

function contactView(
  { name, phone, extension, email, url }: NonNullable<CorporateDonation['contact']>,
  view: MoreView,
) {
  const { corporate } = view.more;
  const call = phone && phoneLink(phone);
  return html`<div class="contact">
    <p class="label">${corporate.contact}</p>
    ${name ? html`<p lang=${view.s.language === 'ja' ? nothing : 'ja'}>${inLanguage(name, view.s.language)}</p>` : nothing}
    ${
      phone
        ? html`<p>${corporate.phone} ${call ? html`<a part="link" href=${call}>${phone}</a>` : phone}${extension ? corporate.extension(extension) : ''}</p>`
        : nothing
    }
    ${email ? html`<p>${corporate.email} <a part="link" href="mailto:${email}">${email}</a></p>` : nothing}
    ${blockLink(url, corporate.page, view)}
  </div>`;
}
