import { html, type TemplateResult } from 'lit';
import { webLink } from './web-link.ts';

/** Bare web and mail addresses. ASCII only, so that 「https://example.jpをご覧ください」 ends where a reader ends it. */
const address = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g;

/** Text as it was written, its addresses made links; line breaks are kept by the style sheet (`white-space: pre-line`). */
export function richText(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const shown = match[0].replace(/[.,;:!?'()[\]]+$/, '');
    const href = shown.includes('://') ? webLink(shown) : `mailto:${shown}`;
    if (!href) continue;
    parts.push(text.slice(from, match.index), html`<a href=${href} rel="noopener">${shown}</a>`);
    from = match.index + shown.length;
  }
  return [...parts, text.slice(from)];
}
