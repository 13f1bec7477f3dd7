import type { LocalText } from '@kankei/core';
import { html, nothing } from 'lit';
import { webLink } from '../internal/web-link.ts';
import { type FirstView, said } from './view.ts';

/** Whether an address is another site than the page's own. */
export const leadsAway = (url: string): boolean => new URL(url, location.href).origin !== location.origin;

/** What is said of a link beside its words: that it leaves the site, or opens a tab. */
export function remark(url: string, { words, newTab }: FirstView): string {
  if (leadsAway(url)) return newTab ? words.leavesInTab : words.leaves;
  return newTab ? words.inTab : '';
}

/** In which tab a link opens: in its own only where the page asks for it. */
export const target = ({ newTab }: FirstView) => (newTab ? '_blank' : nothing);

/** A link to all about something; who only hears the link hears of what. */
export function moreLink(address: string | undefined, title: LocalText, view: FirstView) {
  const url = webLink(address);
  return url
    ? html`<p>
        <a part="link" href=${url} rel="noopener" target=${target(view)}
          ><span class="hidden">${said(title, view)}: </span>${view.words.details} <small>${remark(url, view)}</small></a
        >
      </p>`
    : nothing;
}

/** The words of a link with what is said beside them in small. */
export function linkWords(main: unknown, ...beside: unknown[]) {
  const small = beside.filter(Boolean);
  return html`<span class="words"><span>${main}</span>${small.map((one) => html`<small>${one}</small>`)}</span>`;
}
