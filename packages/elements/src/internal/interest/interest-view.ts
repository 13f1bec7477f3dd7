import type { ProgramItem } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { InterestStrings } from '../../strings/ja-interest.ts';
import type { Telling } from './interest.ts';

/** The one button, and what came of pressing it. It stays in place, and with it the focus. */
export function interestView(
  { title }: ProgramItem,
  telling: Telling | undefined,
  s: InterestStrings,
  press: () => void,
): TemplateResult {
  const label = telling === 'told' ? s.interested : telling === 'telling' ? s.telling : s.interest;
  const said = { told: s.told(title), failed: s.notTold(title), refused: s.notTaken, telling: '' };
  const isOver = telling !== undefined && telling !== 'failed';
  return html`<div class="interest">
    <button part="interest" type="button" aria-disabled=${isOver ? 'true' : nothing} @click=${isOver ? nothing : press}>
      <span>${label}<span class="hidden">${s.about(title)}</span></span>
    </button>
    <p part="said" class="small" role="status">${telling && said[telling]}</p>
  </div>`;
}
