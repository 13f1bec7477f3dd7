import { type DonationLink, donationLinks, type Furusato } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { leadsAway, linkWords, remark, target } from './links.ts';
import { shape } from './shapes.ts';
import { heading, said, type View } from './view.ts';

/** Where one can donate: the first place as the button, the others below it. */
export function donateView(profile: Furusato, town: string, view: View): TemplateResult | typeof nothing {
  const { words, level } = view;
  const [first, ...others] = donationLinks(profile, town);
  if (!first) return nothing;
  const { button } = profile;
  return html`<section part="donate" aria-labelledby="donate">
    ${heading(words.donate, level + 1, 'heading', 'donate')}
    ${donateLink(first, 'donate-link primary', view, button === undefined ? words.button : said(button, view), placeName(first, view))}
    ${
      others.length
        ? html`<p class="label">${words.others}</p>
            <ul class="links">${others.map((link) => html`<li>${donateLink(link, 'donate-link', view, placeName(link, view))}</li>`)}</ul>`
        : nothing
    }
  </section>`;
}

function donateLink({ url }: DonationLink, name: string, view: View, ...words: unknown[]): TemplateResult {
  return html`<a part="donate-link" class="button ${name}" href=${url} rel="noopener" target=${target(view)}
    >${linkWords(words[0], ...words.slice(1), remark(url, view))}${shape(leadsAway(url) || view.newTab ? 'leave' : 'go')}</a
  >`;
}

/** The name of a place to donate, else its host. */
function placeName({ name, url }: DonationLink, view: View) {
  return name === undefined ? new URL(url).host : said(name, view);
}
