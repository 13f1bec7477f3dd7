import type { DonationUse } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { moreLink } from './links.ts';
import { type FirstView, heading, paragraph, said, townPicture } from './view.ts';

/** What donations are used for, and what earlier ones did. */
export function usesView(uses: readonly DonationUse[], view: FirstView): TemplateResult | typeof nothing {
  const { words, level } = view;
  return uses.length
    ? html`<section part="uses" aria-labelledby="uses">
        ${heading(words.uses, level + 1, 'heading', 'uses')}
        <ul class="cards">${uses.map((use) => useCard(use, view))}</ul>
      </section>`
    : nothing;
}

function useCard({ title, text, done, image, url }: DonationUse, view: FirstView): TemplateResult {
  const { words, level } = view;
  return html`<li part="use" class="card">
    ${townPicture(image, view)}
    <div class="body">
      ${heading(said(title, view), level + 2, 'name')} ${paragraph(text, view, 'text')} ${doneView(done, words.done, view)}
      ${moreLink(url, title, view)}
    </div>
  </li>`;
}

/** What donations did, under a word that says so. */
export function doneView(done: DonationUse['done'], label: string, view: FirstView) {
  return done === undefined
    ? nothing
    : html`<div part="done" class="done"><p class="label">${label}</p>${paragraph(done, view, 'text')}</div>`;
}
