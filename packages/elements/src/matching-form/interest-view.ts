import type { ProgramItem } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Telling } from './interest.ts';
import type { Words } from './words.ts';

/** The one button, and what came of pressing it. It stays in place, and with it the focus. */
export function interestView(
  { title }: ProgramItem,
  telling: Telling | undefined,
  { matching: m }: Words,
  press: () => void,
): TemplateResult {
  const label = telling === 'told' ? m.interested : telling === 'telling' ? m.telling : m.interest;
  const said = { told: m.told(title), failed: m.notTold(title), refused: m.notTaken, telling: '' };
  const isOver = telling !== undefined && telling !== 'failed';
  return html`<div class="interest">
    <button part="interest" type="button" aria-disabled=${isOver ? 'true' : nothing} @click=${isOver ? nothing : press}>
      <span>${label}<span class="hidden">${m.about(title)}</span></span>
    </button>
    <p part="said" class="small" role="status">${telling && said[telling]}</p>
  </div>`;
}
