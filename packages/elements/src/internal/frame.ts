import { html, type TemplateResult } from 'lit';

/** What stands around everything a tag shows: the language of the words, and the colours that suit the page's ground. */
export function frame(content: unknown, language: string, onDark: boolean): TemplateResult {
  return html`<div class=${onDark ? 'root on-dark' : 'root'} lang=${language}>${content}</div>`;
}
