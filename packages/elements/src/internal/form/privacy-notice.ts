import { inLanguage, type PrivacyNotice } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormStrings } from '../../strings/form.ts';
import { richText } from '../rich-text.ts';
import { webLink } from '../web-link.ts';

const items = ['collector', 'purpose', 'items', 'contractor', 'storedAt', 'retention', 'leaving', 'contact'] as const;

/** Who collects what for, who handles it, for how long, how to leave and whom to ask: what must stand beside a button. */
export function privacyNotice(notice: PrivacyNotice, words: FormStrings): TemplateResult {
  const policy = webLink(notice.url);
  return html`<section part="notice" aria-label=${words.notice.title}>
    <p><strong>${words.notice.title}</strong></p>
    <dl>
      ${items.map((item) => {
        const said = notice[item];
        return said === undefined
          ? nothing
          : html`<div><dt>${words.notice[item]}</dt><dd>${richText(inLanguage(said, words.language))}</dd></div>`;
      })}
    </dl>
    ${
      policy
        ? html`<p><a part="link" href=${policy} target="_blank" rel="noopener">${words.notice.link}${words.leaves}</a></p>`
        : nothing
    }
  </section>`;
}
