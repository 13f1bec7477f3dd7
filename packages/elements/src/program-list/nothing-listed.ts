import { html, type TemplateResult } from 'lit';
import type { Strings } from '../strings/ja.ts';
import { type Listing, ways } from './listing.ts';

/** Keeps the room the first cards will need; drawn only where the answer takes a while. */
export function waiting(s: Strings, notice?: TemplateResult): TemplateResult {
  return html`<div class="waiting">
    <div class="fallback"><slot></slot></div>
    <p class="hidden" role="status">${s.loading}</p>
    ${notice}
    <ul part="placeholder" class="list placeholder" aria-hidden="true">
      ${[1, 2, 3].map(() => html`<li class="card"><div class="body"><i></i><i></i><i></i></div></li>`)}
    </ul>
  </div>`;
}

/** Says that there is nothing, what to try, and shows the fallback. */
export function empty(listing: Listing, s: Strings): TemplateResult {
  const { narrowed, over } = listing;
  const sentence = narrowed ? s.nothingFound : over ? s.nothingPast : s.nothingUpcoming;
  return html`
    <p part="empty" class="empty">${sentence}</p>
    <div class="buttons">${ways(listing, s)}</div>
    <div class="fallback"><slot></slot></div>
  `;
}
