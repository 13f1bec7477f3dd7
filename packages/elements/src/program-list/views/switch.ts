import { html, type TemplateResult } from 'lit';
import type { AllStrings } from '../../strings/index.ts';
import type { ViewName } from './views.ts';

/** Lets the visitor choose how the programs are shown. Real buttons: they stay where they are, and so does focus. */
export function viewSwitch(
  names: readonly ViewName[],
  shown: ViewName,
  { views }: AllStrings,
  choose: (name: ViewName) => void,
): TemplateResult {
  return html`<div part="views" class="switch" role="group" aria-label=${views.label}>
    ${names.map(
      (name) => html`<button part="view" type="button" aria-pressed=${name === shown} @click=${() => choose(name)}>
        ${views.names[name]}
      </button>`,
    )}
  </div>`;
}
