import { html, type TemplateResult } from 'lit';

/** An outline in a box of 24 by 24, drawn by hand; always beside the words it stands for. */
export function outline(path: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;
}
