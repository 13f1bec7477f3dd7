import { html, nothing, type TemplateResult } from 'lit';
import type { Form } from './form.ts';

/** Says to machines what belongs there. No field can take this name: theirs have no hyphen. */
const name = 'website-url';

/** So much of what was put in is told. */
const most = 200;

/**
 * A field that no person meets: out of sight and of the order of keys, unknown to screen readers and to what fills in
 * forms by itself. What stands in it a machine has put there; the server answers that as ever and keeps nothing of it.
 * Who meets it all the same is told to leave it empty.
 */
export class Trap {
  /** What was found in it. */
  caught = '';
  private readonly form: Form;

  constructor(form: Form) {
    this.form = form;
  }

  /** For inside the form. */
  view(): TemplateResult | typeof nothing {
    const { rest } = this.form;
    if (!rest) return nothing;
    return html`<div class="hidden" aria-hidden="true">
      <label
        >${rest.leaveEmpty}<input
          name=${name} .value=${this.caught} tabindex="-1" autocomplete="off"
          data-1p-ignore data-bwignore data-lpignore="true" data-form-type="other"
      /></label>
    </div>`;
  }

  /** Looks into it while the form still stands there. */
  look(): void {
    this.caught = this.form.root.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.slice(0, most) ?? '';
  }
}
